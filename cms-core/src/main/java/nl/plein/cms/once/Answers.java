package nl.plein.cms.once;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Finding;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.tenancy.PlatformData;

/** Answers that were given, each kept for a day. */
@ApplicationScoped
public class Answers {

    public static final Duration LIFE = Duration.ofHours(24);

    /** What a refusal is called if the same request was answered a moment ago, by another node. */
    public static final String ANSWERED = "answered-meanwhile";

    private static final String REUSED =
            "This Idempotency-Key was used for another request in the last 24 hours: make a"
                    + " new one for each thing you do, and send the same one only with the same body.";

    @Inject
    @PlatformData
    EntityManager platform;

    @Inject
    Clock clock;

    /** @param location, tag, body empty for none; without secrets */
    public record Answer(int status, String location, String tag, String body) {}

    /**
     * @param request     names the request and who sent it, 64 characters
     * @param contentHash of what it asks for
     * @throws Invalid {@code key-reused} if the same name was used for another content
     */
    @Transactional
    public Optional<Answer> find(String request, String contentHash) {
        Optional<KeptAnswer> kept = Optional.ofNullable(platform.find(KeptAnswer.class, request))
                .filter(answer -> answer.keptAt().isAfter(oldest()));
        if (kept.filter(answer -> !answer.contentHash().equals(contentHash)).isPresent()) {
            throw new Invalid("key-reused", REUSED, List.of(new Finding("", "key-reused", REUSED)));
        }
        return kept.map(KeptAnswer::answer);
    }

    /**
     * Keeps the answer in the transaction that does what was asked for: either both are there afterwards, or neither.
     *
     * @throws Conflict {@code answered-meanwhile} if another transaction kept one first; this one must be rolled back
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(String request, String contentHash, Answer answer) {
        KeptAnswer old = platform.find(KeptAnswer.class, request);
        if (old != null) {
            if (old.keptAt().isAfter(oldest())) {
                throw new Conflict(ANSWERED, "The same request has just been answered: send it again to see how.");
            }
            platform.remove(old);
            platform.flush();
        }
        platform.persist(new KeptAnswer(request, contentHash, answer, clock.instant()));
        try {
            platform.flush();
        } catch (PersistenceException e) {
            throw new Conflict(ANSWERED, "The same request has just been answered: send it again to see how.");
        }
    }

    /** Forgets what is older than a day. */
    @Transactional
    public int forget() {
        return platform.createQuery("delete from KeptAnswer a where a.keptAt <= :oldest")
                .setParameter("oldest", oldest())
                .executeUpdate();
    }

    private Instant oldest() {
        return clock.instant().minus(LIFE);
    }
}
