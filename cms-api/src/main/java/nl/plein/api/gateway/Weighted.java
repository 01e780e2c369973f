package nl.plein.api.gateway;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Keeps what was used last, up to a weight in all. What is named by its hash is never stale, so nothing needs to be told. */
final class Weighted<V> {

    private final long most;
    private final ToLongFunction<V> weigh;
    private final Map<String, V> kept = new LinkedHashMap<>(64, 0.75f, true);
    private long weight;

    Weighted(long most, ToLongFunction<V> weigh) {
        this.most = most;
        this.weigh = weigh;
    }

    synchronized Optional<V> get(String name) {
        return Optional.ofNullable(kept.get(name));
    }

    /** Things heavier than a sixteenth of all are not kept. */
    synchronized void put(String name, V value) {
        long more = weigh.applyAsLong(value);
        if (more > most / 16 || kept.putIfAbsent(name, value) != null) {
            return;
        }
        weight += more;
        for (Iterator<V> oldest = kept.values().iterator(); weight > most && oldest.hasNext(); ) {
            weight -= weigh.applyAsLong(oldest.next());
            oldest.remove();
        }
    }
}
