package nl.plein.cms.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nl.plein.cms.kernel.Hashes;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.tenancy.PlatformData;

/** All bearer tokens. They are found by their hash; what was issued is never shown again. */
@ApplicationScoped
@Transactional
public class Tokens {

    @Inject
    @PlatformData
    EntityManager platform;

    @Inject
    Clock clock;

    /** Who this token speaks for; empty if it is unknown, expired, revoked or its person is blocked. */
    public Optional<Caller> callerOf(String bearer) {
        return find(bearer)
                .filter(token -> token.isValidAt(clock.instant()))
                .map(token -> platform.find(Person.class, token.person().value()))
                .filter(person -> !person.isBlocked())
                .map(Caller::of);
    }

    public List<ApiToken> of(PersonId person) {
        return platform.createQuery(
                        "select t from ApiToken t where t.person = :person order by t.since", ApiToken.class)
                .setParameter("person", person.value())
                .getResultList();
    }

    Optional<ApiToken> find(String bearer) {
        return platform.createQuery("select t from ApiToken t where t.hash = :hash", ApiToken.class)
                .setParameter("hash", Hashes.sha256(bearer))
                .getResultStream()
                .findFirst();
    }
}
