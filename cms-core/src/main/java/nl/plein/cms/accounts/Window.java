package nl.plein.cms.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts by name in windows of time, in memory: nothing of it is kept. When there are too many names, new ones are refused rather
 * than old ones forgotten: else who floods it would be let in again.
 */
final class Window {

    private static final int MOST_NAMES = 100_000;

    private final Clock clock;
    private final Duration length;
    private final int most;
    private final Map<String, Integer> counts = new HashMap<>();
    private Instant ends = Instant.MIN;

    Window(Clock clock, Duration length, int most) {
        this.clock = clock;
        this.length = length;
        this.most = most;
    }

    synchronized boolean isFull(String name) {
        turn();
        return counts.getOrDefault(name, counts.size() < MOST_NAMES ? 0 : most) >= most;
    }

    /** @return false if that was one too many; it was not counted then */
    synchronized boolean count(String name) {
        if (isFull(name)) {
            return false;
        }
        counts.merge(name, 1, Integer::sum);
        return true;
    }

    private void turn() {
        Instant now = clock.instant();
        if (!now.isBefore(ends)) {
            counts.clear();
            ends = now.plus(length);
        }
    }
}
