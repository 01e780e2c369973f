package nl.plein.cms.people;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.tenancy.Believed;
import org.jspecify.annotations.Nullable;

/**
 * The roles that a person holds, {@link Believed} for {@link Access}, which is asked several times in every request.
 */
@ApplicationScoped
class HeldRoles {

    @Inject
    Memberships memberships;

    @Inject
    PeopleChanges changes;

    private @Nullable Believed<PersonId, List<Membership>> believed;

    @PostConstruct
    void open() {
        believed = changes.believe(memberships::of);
    }

    List<Membership> of(PersonId person) {
        return Objects.requireNonNull(believed).of(person);
    }
}
