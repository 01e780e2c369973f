package nl.plein.api.participate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.plein.api.problem.Refused;

/**
 * Counts what comes from one address, and on one site from all, in windows of ten minutes; in memory only, so that no address is
 * kept. The address is that of the connection (or what a trusted proxy says), nothing that the sender chooses.
 */
@ApplicationScoped
class Throttle {

    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int MOST_KEYS = 50_000;

    @Inject
    Clock clock;

    private final Map<String, Integer> counts = new HashMap<>();
    private Instant ends = Instant.MIN;

    /** @throws Refused 429 if that was one too many */
    synchronized void count(String who, int most) {
        Instant now = clock.instant();
        if (!now.isBefore(ends) || counts.size() > MOST_KEYS) {
            counts.clear();
            ends = now.plus(WINDOW);
        }
        if (counts.merge(who, 1, Integer::sum) > most) {
            throw new Refused(
                    429,
                    "too-many",
                    "Too much was sent from here in the last minutes: try again in a quarter of an hour.",
                    List.of(),
                    Map.of("Retry-After", String.valueOf(WINDOW.toSeconds())));
        }
    }
}
