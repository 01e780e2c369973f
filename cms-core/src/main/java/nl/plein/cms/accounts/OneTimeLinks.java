package nl.plein.cms.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import nl.plein.cms.kernel.Hashes;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.Secrets;
import nl.plein.cms.people.Person;
import nl.plein.cms.people.Persons;
import nl.plein.cms.tenancy.PlatformData;

/** Links that let somebody choose a password, once. The newest of a person is the one that holds. */
@ApplicationScoped
@Transactional
public class OneTimeLinks {

    @Inject
    @PlatformData
    EntityManager platform;

    @Inject
    Persons persons;

    @Inject
    PlatformAddress address;

    @Inject
    Secrets secrets;

    @Inject
    Clock clock;

    /** Whom a link is for. */
    public record For(Person person, LinkPurpose purpose) {}

    /** Does not use it up. @return empty if it is unknown, used or too old, or its person is blocked */
    public Optional<For> find(String secret) {
        return Optional.ofNullable(platform.find(OneTimeLink.class, Hashes.sha256(secret)))
                .filter(link -> link.isValidAt(clock.instant()))
                .flatMap(link -> persons.find(link.person()).map(person -> new For(person, link.purpose())))
                .filter(found -> !found.person().isBlocked());
    }

    /** @return the address to open */
    String make(PersonId person, LinkPurpose purpose) {
        forgetOf(person);
        String secret = secrets.next();
        platform.persist(new OneTimeLink(
                Hashes.sha256(secret), person, purpose, clock.instant().plus(purpose.life())));
        return address.origin() + "/identity/password?link=" + secret;
    }

    /** Where somebody without a link may ask for one. */
    String forgottenAddress() {
        return address.origin() + "/identity/forgotten";
    }

    /** @return whether it was there: of two that use it at one time, one deletes it */
    boolean useUp(String secret) {
        return platform.createQuery("delete from OneTimeLink l where l.hash = :hash")
                        .setParameter("hash", Hashes.sha256(secret))
                        .executeUpdate()
                == 1;
    }

    void forgetOf(PersonId person) {
        platform.createQuery("delete from OneTimeLink l where l.person = :person or l.expires < :now")
                .setParameter("person", person.value())
                .setParameter("now", clock.instant())
                .executeUpdate();
    }
}
