package nl.plein.cms.people;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.Believed;
import org.jspecify.annotations.Nullable;

/** The groups that a person belongs to, believed as {@link HeldRoles} are: every request of somebody asks for them. */
@ApplicationScoped
class HeldGroups {

    private record Key(SiteId site, PersonId person) {}

    @Inject
    GroupMembers members;

    @Inject
    PeopleChanges changes;

    private @Nullable Believed<Key, List<String>> believed;

    @PostConstruct
    void open() {
        believed = changes.believe(key -> members.groupsOf(key.site(), key.person()));
    }

    /** Their ids. */
    List<String> of(SiteId site, PersonId person) {
        return Objects.requireNonNull(believed).of(new Key(site, person));
    }
}
