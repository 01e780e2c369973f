package nl.plein.cms.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts by name what happened in the time just past, in memory: nothing of it is kept. The time slides: with windows that begin
 * at a mark, twice as many would pass around each. When there are too many names, new ones are refused rather than old ones
 * forgotten: else who floods it would be let in again.
 */
final class Window {

    private static final int MOST_NAMES = 100_000;

    private final Clock clock;
    private final Duration length;
    private final int most;

    /** The last {@code most} times of each, oldest first; whose last time is the oldest comes first. */
    private final Map<String, Deque<Instant>> times = new LinkedHashMap<>();

    Window(Clock clock, Duration length, int most) {
        this.clock = clock;
        this.length = length;
        this.most = most;
    }

    synchronized boolean isFull(String name) {
        Instant since = clock.instant().minus(length);
        forget(since);
        Deque<Instant> known = times.get(name);
        return known == null
                ? times.size() >= MOST_NAMES
                : known.size() == most && known.getFirst().isAfter(since);
    }

    /** @return false if that was one too many; it was not counted then */
    synchronized boolean count(String name) {
        if (isFull(name)) {
            return false;
        }
        Deque<Instant> known = times.remove(name);
        if (known == null) {
            known = new ArrayDeque<>(2);
        }
        if (known.size() == most) {
            known.removeFirst();
        }
        known.addLast(clock.instant());
        times.put(name, known);
        return true;
    }

    private void forget(Instant since) {
        Iterator<Deque<Instant>> oldest = times.values().iterator();
        while (oldest.hasNext() && !oldest.next().getLast().isAfter(since)) {
            oldest.remove();
        }
    }
}
