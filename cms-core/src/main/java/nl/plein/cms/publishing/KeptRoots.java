package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.plein.cms.kernel.Settings;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.PlatformData;

/**
 * The rendered versions of sites that are kept: the newest {@code plein.roots.keep} of each (20), and whatever went live in
 * the last {@code plein.roots.days} (7), but no more than {@link #MOST} of a site. Nobody is shown an older one; it says
 * which files a version had, and keeps them from being made and stored again when a site is rolled back.
 */
@ApplicationScoped
@Transactional
public class KeptRoots {

    static final int MOST = 1_000;

    private static final int USUALLY_KEPT = 20;
    private static final int USUAL_DAYS = 7;
    private static final int MOST_DAYS = 3_650;

    @Inject
    @PlatformData
    EntityManager platform;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    /** Of one site, newest first, those before this version. */
    public List<LiveRoot> list(SiteId site, long before, int most) {
        return platform.createQuery(
                        "select r from KeptRoot r where r.site = :site and r.number < :before order by r.number desc",
                        KeptRoot.class)
                .setParameter("site", site.value())
                .setParameter("before", before)
                .setMaxResults(most)
                .getResultStream()
                .map(KeptRoot::kept)
                .toList();
    }

    /** Of all sites. */
    public List<LiveRoot> all() {
        return platform.createQuery("select r from KeptRoot r order by r.site, r.number", KeptRoot.class)
                .getResultStream()
                .map(KeptRoot::kept)
                .toList();
    }

    /**
     * Forgets those of a site that are older than what is to be kept. The live one stays.
     *
     * @return how many
     */
    public int forgetOld(SiteId site) {
        Instant recent = clock.instant().minus(Duration.ofDays(setting("plein.roots.days", USUAL_DAYS, 0, MOST_DAYS)));
        int keep = setting("plein.roots.keep", USUALLY_KEPT, 1, MOST);
        List<LiveRoot> newest = list(site, Versions.OPEN, MOST + 1);
        for (int i = 1; i < newest.size(); i++) {
            if (i >= MOST || i >= keep && newest.get(i).movedAt().isBefore(recent)) {
                return forgetBefore(site, newest.get(i - 1).version());
            }
        }
        return 0;
    }

    /** Forgets all of a site that are older than this version, as after an erasure: they may hold the erased words. */
    public int forgetBefore(SiteId site, long version) {
        return platform.createQuery("delete from KeptRoot r where r.site = :site and r.number < :version")
                .setParameter("site", site.value())
                .setParameter("version", version)
                .executeUpdate();
    }

    /** Forgets one whose files are not there, as after a restore. */
    public void forget(LiveRoot root) {
        platform.createQuery("delete from KeptRoot r where r.site = :site and r.number = :version")
                .setParameter("site", root.site().value())
                .setParameter("version", root.version())
                .executeUpdate();
    }

    private int setting(String name, int usual, int least, int most) {
        return settings.get(name)
                .map(text -> {
                    try {
                        int number = Integer.parseInt(text.strip());
                        return Math.max(least, Math.min(most, number));
                    } catch (NumberFormatException e) {
                        throw new IllegalArgumentException(name + " is a number, not \"" + text + "\"", e);
                    }
                })
                .orElse(usual);
    }
}
