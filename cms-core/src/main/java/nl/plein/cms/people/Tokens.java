package nl.plein.cms.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
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

    /** A token that speaks for somebody, as long as it has not expired. */
    record Known(ApiToken token, Caller caller) {}

    /** Empty if it is unknown or revoked, or its person is blocked. */
    Optional<Known> known(String hash) {
        return byHash(hash).flatMap(token -> Optional.ofNullable(
                        platform.find(Person.class, token.person().value()))
                .filter(person -> !person.isBlocked())
                .map(person -> new Known(token, Caller.of(person))));
    }

    public List<ApiToken> of(PersonId person) {
        return platform.createQuery(
                        "select t from ApiToken t where t.person = :person order by t.since", ApiToken.class)
                .setParameter("person", person.value())
                .getResultList();
    }

    Optional<ApiToken> find(String bearer) {
        return byHash(Hashes.sha256(bearer));
    }

    private Optional<ApiToken> byHash(String hash) {
        return platform.createQuery("select t from ApiToken t where t.hash = :hash", ApiToken.class)
                .setParameter("hash", hash)
                .getResultStream()
                .findFirst();
    }
}
