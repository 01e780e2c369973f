package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.PlatformData;
import nl.plein.cms.tenancy.SiteHeads;

/** Which rendered version of each site is live. A site goes live whole, by one row, and only forward. */
@ApplicationScoped
@Transactional
public class LiveSites {

    @Inject
    @PlatformData
    EntityManager platform;

    @Inject
    SiteHeads heads;

    @Inject
    RootChanges changes;

    @Inject
    Clock clock;

    /** Empty before the site was rendered for the first time. */
    public Optional<LiveRoot> liveRoot(SiteId site) {
        return Optional.ofNullable(platform.find(LiveSite.class, site.value())).map(LiveSite::live);
    }

    public List<LiveRoot> all() {
        return platform.createQuery("select l from LiveSite l order by l.site", LiveSite.class)
                .getResultStream()
                .map(LiveSite::live)
                .toList();
    }

    /**
     * Puts a rendered version live, if it is newer than the live one, and keeps it among the {@link KeptRoots}. Idempotent.
     *
     * @return false if that version or a newer one is live: a stalled renderer can't put the past back
     */
    public boolean moveForward(SiteId site, long version, String root) {
        boolean moved = move(site, version, root);
        if (moved) {
            platform.persist(new KeptRoot(site, version, root, clock.instant()));
            changes.countAfterCommit();
        }
        return moved;
    }

    private boolean move(SiteId site, long version, String root) {
        if (update(site, version, root)) {
            return true;
        }
        if (platform.find(LiveSite.class, site.value()) == null) {
            heads.lock(site); // two renderers of a new site would both insert
            if (count(site) == 0) {
                platform.persist(new LiveSite(site, version, root, clock.instant()));
                return true;
            }
        }
        return update(site, version, root);
    }

    private long count(SiteId site) {
        return platform.createQuery("select count(l) from LiveSite l where l.site = :site", Long.class)
                .setParameter("site", site.value())
                .getSingleResult();
    }

    private boolean update(SiteId site, long version, String root) {
        return platform.createQuery("update LiveSite l set l.number = :version, l.root = :root, l.moved = :now"
                                + " where l.site = :site and l.number < :version")
                        .setParameter("version", version)
                        .setParameter("root", root)
                        .setParameter("now", clock.instant())
                        .setParameter("site", site.value())
                        .executeUpdate()
                > 0;
    }
}
