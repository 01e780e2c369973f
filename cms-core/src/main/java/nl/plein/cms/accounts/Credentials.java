package nl.plein.cms.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.tenancy.PlatformData;

/** The passwords of all persons, as hashes. */
@ApplicationScoped
@Transactional
class Credentials {

    @Inject
    @PlatformData
    EntityManager platform;

    @Inject
    Clock clock;

    Optional<String> hashOf(PersonId person) {
        return find(person).map(Credential::hash);
    }

    void set(PersonId person, String hash) {
        find(person)
                .ifPresentOrElse(
                        credential -> credential.become(hash, clock.instant()),
                        () -> platform.persist(new Credential(person, hash, clock.instant())));
    }

    void rehash(PersonId person, String hash) {
        find(person).ifPresent(credential -> credential.rehash(hash));
    }

    private Optional<Credential> find(PersonId person) {
        return Optional.ofNullable(platform.find(Credential.class, person.value()));
    }
}
