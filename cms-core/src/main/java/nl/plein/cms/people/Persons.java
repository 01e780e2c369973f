package nl.plein.cms.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Optional;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.tenancy.PlatformData;

/** All persons of the installation. */
@ApplicationScoped
@Transactional
public class Persons {

    @Inject
    @PlatformData
    EntityManager platform;

    @Inject
    Memberships memberships;

    public Optional<Person> find(PersonId id) {
        return Optional.ofNullable(platform.find(Person.class, id.value()));
    }

    /** @throws NotFound {@code unknown-person} */
    public Person get(PersonId id) {
        return find(id).orElseThrow(Persons::unknown);
    }

    public Optional<Person> byMail(MailAddress mail) {
        return platform.createQuery("select p from Person p where p.mail = :mail", Person.class)
                .setParameter("mail", mail.value())
                .getResultStream()
                .findFirst();
    }

    /** Those who may do everything, whoever came first first. */
    public Optional<Person> firstAdministrator() {
        return memberships.on(Scope.PLATFORM).stream()
                .filter(membership -> membership.role() == Role.ADMINISTRATOR)
                .flatMap(membership -> find(membership.person()).stream())
                .findFirst();
    }

    /** The one refusal for a person who is not there and for one of others. */
    public static NotFound unknown() {
        return new NotFound("unknown-person", "There is no such person here.");
    }
}
