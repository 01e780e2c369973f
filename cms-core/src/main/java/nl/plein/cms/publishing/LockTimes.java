package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import nl.plein.cms.kernel.SiteId;
import org.jspecify.annotations.Nullable;

/** How long sites were locked, commit included, on this node since it started. */
@ApplicationScoped
public class LockTimes {

    private final LongAdder locks = new LongAdder();
    private final LongAdder nanos = new LongAdder();
    private final LongAccumulator longest = new LongAccumulator(Math::max, 0);
    private final ConcurrentHashMap<SiteId, Long> last = new ConcurrentHashMap<>();

    void add(SiteId site, long heldNanos) {
        locks.increment();
        nanos.add(heldNanos);
        longest.accumulate(heldNanos);
        last.put(site, heldNanos);
    }

    public long count() {
        return locks.sum();
    }

    /** All of them together. */
    public double totalSeconds() {
        return nanos.sum() / 1e9;
    }

    public double meanMillis() {
        return count() == 0 ? 0 : nanos.sum() / 1e6 / count();
    }

    public double longestMillis() {
        return longest.get() / 1e6;
    }

    /** Of the latest act on this site that was committed by this node; 0 if there was none. */
    public double lastMillis(SiteId site) {
        @Nullable Long held = last.get(site);
        return held == null ? 0 : held / 1e6;
    }
}
