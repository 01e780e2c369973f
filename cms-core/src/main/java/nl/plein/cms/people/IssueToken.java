package nl.plein.cms.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.kernel.Deed;
import nl.plein.cms.kernel.Hashes;
import nl.plein.cms.kernel.Ids;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.Secrets;
import nl.plein.cms.tenancy.PlatformData;

/** Issues a bearer token that acts for a person. The secret is shown once. */
@ApplicationScoped
public class IssueToken {

    /** @param secret what the caller sends as {@code Authorization: Bearer …} */
    public record Issued(UUID id, String secret) {}

    @Inject
    @PlatformData
    EntityManager platform;

    @Inject
    PeopleChanges changes;

    @Inject
    Event<Deed> deeds;

    @Inject
    Ids ids;

    @Inject
    Secrets secrets;

    @Inject
    Clock clock;

    /**
     * @param life empty for a token that does not expire by itself
     * @throws Invalid {@code invalid-name}
     */
    @Transactional
    public Issued perform(PersonId person, String name, Optional<Duration> life) {
        return store(person, name, "plein_" + secrets.next(), life);
    }

    Issued store(PersonId person, String name, String secret, Optional<Duration> life) {
        if (name.isBlank() || name.length() > 200) {
            throw new Invalid("invalid-name", "A token needs a name of 1 to 200 characters that says what it is for.");
        }
        var now = clock.instant();
        var token = new ApiToken(
                ids.next(),
                person,
                name.strip(),
                Hashes.sha256(secret),
                now,
                life.map(now::plus).orElse(null));
        platform.persist(token);
        changes.countAfterCommit();
        deeds.fire(Deed.of(
                "people.issue-token",
                "person/" + person,
                Map.of("token", token.id().toString())));
        return new Issued(token.id(), secret);
    }
}
