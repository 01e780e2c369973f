package nl.plein.api.rendering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import nl.plein.cms.jobs.Job;
import nl.plein.cms.jobs.Jobs;
import nl.plein.cms.media.Assets;
import nl.plein.cms.media.BlobStore;
import nl.plein.cms.media.Renditions;
import nl.plein.cms.media.UploadGate;
import nl.plein.cms.publishing.Followers;
import nl.plein.cms.publishing.KeptRoots;
import nl.plein.cms.publishing.LiveRoot;
import nl.plein.cms.publishing.LiveSites;
import nl.plein.cms.tenancy.Agencies;
import nl.plein.cms.tenancy.Agency;
import nl.plein.cms.tenancy.AgencyContext;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.tenancy.Sites;
import nl.plein.cms.theme.ThemePackages;
import nl.plein.site.tree.Reachable;

/**
 * Deletes the blobs that nothing needs any more: no kept root of a site, no asset or rendition, no theme package, no job that
 * still has to read its upload. What is on its way (a page that was stored and is not live yet, an upload whose row is not
 * written) is needed by nothing either: it is known by its age, as whoever relies on a blob stores it or asks for it.
 */
@ApplicationScoped
class SweepBlobs {

    private static final Logger LOG = System.getLogger(SweepBlobs.class.getName());
    private static final Pattern BLOB = Pattern.compile("\\b[0-9a-f]{64}\\b");

    /** Longer than any render or upload takes. */
    private static final Duration ON_ITS_WAY = Duration.ofHours(24).plus(BlobStore.TOUCH);

    /** A node that has not followed anything for so long has nothing on its way. */
    private static final Duration LATELY = Duration.ofHours(1);

    @Inject
    BlobStore store;

    @Inject
    StoredBlobs blobs;

    @Inject
    Sites sites;

    @Inject
    KeptRoots roots;

    @Inject
    LiveSites live;

    @Inject
    Followers followers;

    @Inject
    Clock clock;

    @Inject
    Agencies agencies;

    @Inject
    AgencyContext context;

    @Inject
    Assets assets;

    @Inject
    Renditions renditions;

    @Inject
    ThemePackages packages;

    @Inject
    Jobs jobs;

    @Inject
    UploadGate uploads;

    /** Forgets roots that are older than what is to be kept, then takes what nobody needs and nobody has asked for in a day. */
    long regularly() {
        sites.all().forEach(site -> roots.forgetOld(site.id()));
        Set<String> needed = needed();
        Instant since = clock.instant().minus(ON_ITS_WAY);
        return store.sweep((name, last) -> !needed.contains(name) && last.isBefore(since));
    }

    /**
     * After an erasure went live: the older roots of the site may hold the erased words. Takes what only they, or assets that are
     * no more, have used, however young it is. The caller makes sure that nothing is being rendered on this node; where other
     * nodes are at work, what belongs to none of those roots waits for the regular sweep.
     *
     * @param began when the render of the erasure began
     */
    void afterErasure(SiteRef site, Instant began) {
        uploads.whileClosed(() -> {
            boolean alone = !followers.hasOtherNodes(LATELY);
            Set<String> condemned = condemned(site);
            live.liveRoot(site.id()).ifPresent(root -> roots.forgetBefore(site.id(), root.version()));
            Set<String> needed = needed();
            Instant since = clock.instant().minus(ON_ITS_WAY);
            store.sweep((name, last) -> !needed.contains(name)
                    && (alone || last.isBefore(since) || condemned.contains(name) && last.isBefore(began)));
        });
    }

    /** What the roots of a site reach, but for its live one. */
    private Set<String> condemned(SiteRef site) {
        Set<String> names = new HashSet<>();
        var reachable = new Reachable(blobs, names);
        for (LiveRoot root : roots.list(site.id(), Long.MAX_VALUE, Integer.MAX_VALUE)) {
            try {
                reachable.add(root.root());
            } catch (IOException missing) {
                LOG.log(Level.DEBUG, "a root is not whole", missing);
            }
        }
        return names;
    }

    private Set<String> needed() {
        Set<String> needed = new HashSet<>();
        for (Agency agency : agencies.all()) {
            context.in(agency.id(), () -> {
                renditions.forgetOrphans();
                needed.addAll(packages.allBlobs());
                return needed.addAll(assets.allBlobs());
            });
        }
        for (Job job : jobs.unfinished()) {
            BLOB.matcher(job.input().toString()).results().forEach(found -> needed.add(found.group()));
        }
        addPages(needed);
        return needed;
    }

    private void addPages(Set<String> needed) {
        var reachable = new Reachable(blobs, needed);
        for (LiveRoot root : live.all()) {
            try {
                reachable.add(root.root());
            } catch (IOException e) {
                throw new UncheckedIOException("the live pages of " + root.site() + " can't be read", e);
            }
        }
        for (LiveRoot root : roots.all()) {
            try {
                reachable.add(root.root());
            } catch (IOException missing) {
                LOG.log(Level.WARNING, "version " + root.version() + " of " + root.site() + " is not whole", missing);
                roots.forget(root);
            }
        }
    }
}
