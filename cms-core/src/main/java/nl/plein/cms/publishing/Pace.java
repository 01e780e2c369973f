package nl.plein.cms.publishing;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** How long walkers rest: from the beginning of a walk to the next one at least for as long as their pace is. */
final class Pace<W> {

    private final LongSupplier nanos;
    private final Map<W, Long> until = new ConcurrentHashMap<>();
    private final Set<W> waiting = ConcurrentHashMap.newKeySet();

    Pace(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** @param began when the walk began, on the same clock */
    void began(W walk, long began, Duration pace) {
        if (!pace.isZero()) {
            until.put(walk, began + pace.toNanos());
        }
    }

    /** What is left of the rest; zero for whoever may walk. */
    Duration left(W walk) {
        Long end = until.get(walk);
        return end == null ? Duration.ZERO : Duration.ofNanos(Math.max(0, end - nanos.getAsLong()));
    }

    /** @return whether the caller is the one who sees to it that the walk goes on; it then says {@link #awaited} */
    boolean await(W walk) {
        return waiting.add(walk);
    }

    void awaited(W walk) {
        waiting.remove(walk);
    }

    /** Rests that are over take no room. */
    void forgetOver() {
        until.values().removeIf(end -> end - nanos.getAsLong() <= 0);
    }
}
