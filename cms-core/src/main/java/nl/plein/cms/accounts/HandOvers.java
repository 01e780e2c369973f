package nl.plein.cms.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.kernel.Hashes;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Secrets;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.PlatformData;

/**
 * Carries a session from the platform's host over to the hosts of a site, by a code that the browser takes along: it holds once,
 * for a minute, for that site, and for the browser that began there, which keeps the {@code state} whose hash came along.
 */
@ApplicationScoped
@Transactional
public class HandOvers {

    private static final Duration LIFE = Duration.ofSeconds(60);
    private static final int LONGEST_PATH = 2_000;

    @Inject
    @PlatformData
    EntityManager platform;

    @Inject
    Sessions sessions;

    @Inject
    Secrets secrets;

    @Inject
    Clock clock;

    /**
     * A session that has come over.
     *
     * @param secret     for the cookie of this host
     * @param returnPath where the visitor wanted to be
     */
    public record Arrived(String secret, String returnPath) {}

    /**
     * @param stateHash  SHA-256 of the state, in hexadecimal digits
     * @param returnPath of the site, with query
     * @return the code
     * @throws Invalid {@code invalid-return}, {@code invalid-state}
     */
    public String giveOut(UUID session, SiteId site, String stateHash, String returnPath) {
        if (!isPath(returnPath)) {
            throw new Invalid("invalid-return", "The way back must be a path of that site.");
        }
        if (!stateHash.matches("[0-9a-f]{64}")) {
            throw new Invalid("invalid-state", "Begin at the site that you want to sign in to.");
        }
        Instant now = clock.instant();
        platform.createQuery("delete from HandOver h where h.expires < :now")
                .setParameter("now", now)
                .executeUpdate();
        String code = secrets.next();
        platform.persist(new HandOver(Hashes.sha256(code), session, site, stateHash, returnPath, now.plus(LIFE)));
        return code;
    }

    /**
     * Whatever comes of it, the code holds no more.
     *
     * @param state as this browser keeps it
     * @return empty if the code is unknown, used, too old, for another site or for another browser
     */
    public Optional<Arrived> takeIn(String code, SiteId site, String state) {
        String hash = Hashes.sha256(code);
        HandOver found = platform.find(HandOver.class, hash);
        if (found == null || !isMine(hash)) {
            return Optional.empty();
        }
        if (!found.isFor(site, Hashes.sha256(state), clock.instant())) {
            return Optional.empty();
        }
        return Optional.of(new Arrived(sessions.goOver(found.session(), site), found.returnPath()));
    }

    /** Of two that bring it at one time, one deletes it. */
    private boolean isMine(String hash) {
        return platform.createQuery("delete from HandOver h where h.hash = :hash")
                        .setParameter("hash", hash)
                        .executeUpdate()
                == 1;
    }

    /** One that leads nowhere else: no host, no control characters, nothing that browsers read as a slash. */
    public static boolean isPath(String path) {
        return path.startsWith("/")
                && !path.startsWith("//")
                && path.length() <= LONGEST_PATH
                && path.chars().allMatch(c -> c > 0x20 && c < 0x7f && c != '\\');
    }
}
