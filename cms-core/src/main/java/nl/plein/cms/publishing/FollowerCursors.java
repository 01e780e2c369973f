package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.PlatformData;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.tenancy.Sites;
import org.jspecify.annotations.Nullable;

/** The durable part of following: each step is a short transaction of its own. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class FollowerCursors {

    /** A node that has not renewed its claim for so long is taken to be dead. */
    static final Duration LEASE = Duration.ofSeconds(15);

    /** Failed so often in a row, it is parked. */
    static final int TRIES = 5;

    private static final Duration RARELY = Duration.ofSeconds(30);

    @Inject
    @PlatformData
    EntityManager platform;

    @Inject
    Sites sites;

    @Inject
    RootChanges roots;

    @Inject
    Clock clock;

    /** All cursors of these followers, by site. */
    Map<String, Map<SiteId, FollowerCursor>> all(Collection<String> followers) {
        Map<String, Map<SiteId, FollowerCursor>> found = new HashMap<>();
        platform.createQuery("select c from FollowerCursor c where c.follower in :names", FollowerCursor.class)
                .setParameter("names", followers)
                .getResultList()
                .forEach(cursor -> found.computeIfAbsent(cursor.follower(), name -> new HashMap<>())
                        .put(cursor.site(), cursor));
        return found;
    }

    /** @return the version to follow from; empty if another node is at it, or it is too early to try again */
    OptionalLong claim(String follower, SiteId site, String node) {
        Instant now = clock.instant();
        FollowerCursor cursor = lockedOrNew(follower, site, now);
        return !cursor.nextTry().isAfter(now) && cursor.claim(node, now, now.plus(LEASE))
                ? OptionalLong.of(cursor.number())
                : OptionalLong.empty();
    }

    /** A follower's work from a version to where the site stands. */
    interface Work {
        void follow(SiteRef site, long from);
    }

    /**
     * Works and moves the cursor in one transaction, which keeps other nodes out meanwhile.
     *
     * @return whether there was something to do, and it was not too early to try again
     */
    boolean together(String follower, SiteId site, Work work) {
        Instant now = clock.instant();
        FollowerCursor cursor = lockedOrNew(follower, site, now);
        Optional<SiteRef> behind = sites.find(site).filter(ref -> ref.version() > cursor.number());
        if (behind.isEmpty() || cursor.nextTry().isAfter(now)) {
            return false;
        }
        work.follow(behind.get(), cursor.number());
        cursor.moveTo(behind.get().version(), clock.instant());
        return true;
    }

    boolean mayTry(FollowerCursor cursor) {
        return !cursor.nextTry().isAfter(clock.instant());
    }

    @Transactional(Transactional.TxType.REQUIRED)
    void forget(SiteId site) {
        platform.createQuery("delete from FollowerCursor c where c.site = :site")
                .setParameter("site", site.value())
                .executeUpdate();
        platform.createQuery("delete from LiveSite l where l.site = :site")
                .setParameter("site", site.value())
                .executeUpdate();
        platform.createQuery("delete from KeptRoot r where r.site = :site")
                .setParameter("site", site.value())
                .executeUpdate();
        roots.countAfterCommit();
    }

    void renew(String follower, SiteId site, String node) {
        Instant now = clock.instant();
        FollowerCursor cursor = locked(follower, site);
        if (cursor != null) {
            cursor.claim(node, now, now.plus(LEASE));
        }
    }

    void moveTo(String follower, SiteId site, long version) {
        FollowerCursor cursor = locked(follower, site);
        if (cursor != null) {
            cursor.moveTo(version, clock.instant());
        }
    }

    /** @return whether this was the last try before it is parked */
    boolean fail(String follower, SiteId site, String why) {
        FollowerCursor cursor = locked(follower, site);
        if (cursor == null) {
            return false;
        }
        Duration pause = cursor.tries() + 1 < TRIES ? Duration.ofSeconds(1L << cursor.tries()) : RARELY;
        cursor.fail(why, clock.instant().plus(pause));
        return cursor.tries() == TRIES;
    }

    void retry(String follower, SiteId site) {
        FollowerCursor cursor = locked(follower, site);
        if (cursor != null) {
            cursor.retryAtOnce();
        }
    }

    OptionalLong reached(String follower, SiteId site) {
        FollowerCursor cursor = platform.find(FollowerCursor.class, new FollowerCursor.Key(follower, site));
        return cursor == null ? OptionalLong.empty() : OptionalLong.of(cursor.number());
    }

    /** Whether another node has followed anything lately, as seen from this one. */
    boolean hasOthers(String node, Duration lately) {
        return platform.createQuery(
                                "select count(c) from FollowerCursor c where c.claimedBy <> :node and c.claimedBy <> ''"
                                        + " and (c.moved > :since or c.claimedUntil > :since)",
                                Long.class)
                        .setParameter("node", node)
                        .setParameter("since", clock.instant().minus(lately))
                        .getSingleResult()
                > 0;
    }

    List<Parked> parked() {
        return platform.createQuery(
                        "select c from FollowerCursor c where c.tries >= :tries order by c.follower, c.site",
                        FollowerCursor.class)
                .setParameter("tries", TRIES)
                .getResultStream()
                .map(cursor -> new Parked(cursor.follower(), cursor.site(), cursor.number(), cursor.failure()))
                .toList();
    }

    private FollowerCursor lockedOrNew(String follower, SiteId site, Instant now) {
        FollowerCursor cursor = locked(follower, site);
        if (cursor == null) {
            cursor = new FollowerCursor(follower, site, now);
            platform.persist(cursor);
            platform.flush();
        }
        return cursor;
    }

    private @Nullable FollowerCursor locked(String follower, SiteId site) {
        return platform.find(
                FollowerCursor.class, new FollowerCursor.Key(follower, site), LockModeType.PESSIMISTIC_WRITE);
    }
}
