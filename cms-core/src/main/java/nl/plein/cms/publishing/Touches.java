package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.SiteDeleted;

/**
 * Which version touched what last. It is brought up to the version that a request has seen before the request is answered,
 * whichever node made that version: so it needs no follower, and no node can be behind.
 */
@ApplicationScoped
public class Touches {

    /** Versions that touch more than this are taken to have touched everything. */
    static final int MOST_AT_ONCE = 1_000;

    /** Things that are remembered of one site; past that a new era begins. */
    private static final int MOST = 100_000;

    /** No request takes so long. */
    private static final long MINUTE = 60_000_000_000L;

    @Inject
    PublicationRows rows;

    @Inject
    SiteParts parts;

    private final Map<SiteId, Era> eras = new ConcurrentHashMap<>();

    /** A time in which everything is known that happened on one site. Answers of another era may be any age. */
    public static final class Era {
        private final Map<Read, Long> last = new ConcurrentHashMap<>();
        private volatile long reached;
        private volatile long reachedAt = System.nanoTime();

        public Era(long version) {
            reached = version;
        }

        /** Whether an answer of this version, which has read this, is also the one of every version that was reached since. */
        public boolean isUntouched(long version, Set<Read> reads) {
            return reads.stream().allMatch(read -> last.getOrDefault(read, 0L) <= version);
        }

        private void note(PublicationRows.Touch touch) {
            note(new Read.OfEntry(touch.entry()), touch.atVersion());
            note(new Read.AtPath(touch.path()), touch.atVersion());
            for (String type : List.of(touch.type(), Read.OfKind.ALL)) {
                note(new Read.OfKind(type, touch.locale()), touch.atVersion());
                note(new Read.OfKind(type, Read.OfKind.ALL), touch.atVersion());
            }
        }

        private void note(Read read, long version) {
            last.merge(read, version, Math::max);
        }

        private void reach(long version) {
            reached = version;
            reachedAt = System.nanoTime();
        }
    }

    /**
     * Not for use in a transaction, which may have made that version and not committed it yet.
     *
     * @return the era of the site, which has reached this version at least
     */
    public Era reach(SiteId site, long version) {
        Era era = eras.computeIfAbsent(site, id -> new Era(version));
        if (hasReached(era, version)) {
            return era;
        }
        synchronized (era) {
            Era now = eras.computeIfAbsent(site, id -> new Era(version));
            if (now == era) {
                return hasReached(now, version) ? now : read(site, version, now);
            }
        }
        return reach(site, version); // another era began meanwhile
    }

    /** @return the era of the site if it has reached this version already, without asking anybody */
    public Optional<Era> reached(SiteId site, long version) {
        return Optional.ofNullable(eras.get(site)).filter(era -> hasReached(era, version));
    }

    /** Requests may see versions a little out of order; a site that goes far back was deleted elsewhere and founded again. */
    private static boolean hasReached(Era era, long version) {
        return era.reached == version || (era.reached > version && System.nanoTime() - era.reachedAt < MINUTE);
    }

    private Era read(SiteId site, long version, Era era) {
        List<PublicationRows.Touch> touched = rows.touchedAfter(site, era.reached, MOST_AT_ONCE + 1);
        boolean everything = touched.size() > MOST_AT_ONCE
                || era.last.size() > MOST
                || version < era.reached
                || touched.stream()
                        .anyMatch(PublicationRows.Touch::erased) // its path is gone: it may have stood anywhere
                || parts.changedWith(site, PartKind.SETTING, "site") > era.reached;
        if (everything) {
            var next = new Era(version);
            eras.put(site, next);
            return next;
        }
        touched.forEach(era::note);
        era.reach(version);
        return era;
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) SiteDeleted deleted) {
        eras.remove(deleted.site().id());
    }
}
