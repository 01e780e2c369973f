package nl.plein.api.rendering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import nl.plein.api.delivery.ChangesJson;
import nl.plein.api.delivery.SiteJson;
import nl.plein.api.pictures.RenditionShelf;
import nl.plein.cms.kernel.AfterCommit;
import nl.plein.cms.kernel.Background;
import nl.plein.cms.kernel.Settings;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.kernel.Stale;
import nl.plein.cms.media.BlobStore;
import nl.plein.cms.publishing.Change;
import nl.plein.cms.publishing.ChangeFeed;
import nl.plein.cms.publishing.Follower;
import nl.plein.cms.publishing.LiveRoot;
import nl.plein.cms.publishing.LiveSites;
import nl.plein.cms.publishing.Receipts;
import nl.plein.cms.publishing.SiteParts;
import nl.plein.cms.tenancy.SiteDeleted;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.tenancy.Sites;
import nl.plein.site.copy.SiteCopy;
import nl.plein.site.copy.Sync;
import nl.plein.site.model.Site;
import nl.plein.site.render.Options;
import nl.plein.site.render.Rendered;

/**
 * Follows every site: brings the renderer's copy to the newest version, renders what that touches, and puts it live.
 * Pages are made in turns, cores − 1 at a time over all sites, so that a large site does not hold up a small one; versions
 * that come meanwhile are skipped, the next render shows them all. Killed anywhere, it leaves the old site live and whole,
 * and is called again.
 */
@ApplicationScoped
public class RenderSite implements Follower {

    public static final String NAME = "renderer";

    private static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);

    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    /** Renders share it; who takes away blobs that nothing needs has it alone. */
    private final ReadWriteLock blobsInUse = new ReentrantReadWriteLock(true);

    @Inject
    Settings settings;

    @Inject
    Sites sites;

    @Inject
    SiteParts parts;

    @Inject
    SiteJson siteJson;

    @Inject
    ChangeFeed feed;

    @Inject
    ChangesJson changesJson;

    @Inject
    BlobStore store;

    @Inject
    RenditionShelf shelf;

    @Inject
    StoredBlobs blobs;

    @Inject
    Themes themes;

    @Inject
    SweepBlobs sweepBlobs;

    @Inject
    LiveSites live;

    @Inject
    Receipts receipts;

    @Inject
    KeptSites keptSites;

    @Inject
    Clock clock;

    @Inject
    AfterCommit afterCommit;

    @Inject
    @Background
    ThreadFactory threads;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration pace() {
        return Duration.ofMillis(200);
    }

    @Override
    public void follow(SiteRef site, long from, long to) throws InterruptedException {
        boolean erased = hasErased(site, from, to);
        Lock lock = erased ? blobsInUse.writeLock() : blobsInUse.readLock();
        lock.lockInterruptibly();
        try {
            Instant began = clock.instant();
            render(site);
            if (erased) {
                sweepBlobs.afterErasure(site, began);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Purges come first in the feed. */
    private boolean hasErased(SiteRef site, long from, long to) {
        try {
            var changes = feed.read(site.id(), from, to, source(site).viewer(), null, 1);
            return changes.items().stream().anyMatch(Change.Purged.class::isInstance);
        } catch (Stale forgotten) {
            return true;
        }
    }

    private void render(SiteRef site) {
        long start = System.nanoTime();
        var source = source(site);
        Optional<LiveRoot> before = live.liveRoot(site.id());
        KeptSites.Standing standing = standing(site.id(), source);
        boolean done = false;
        try {
            SiteCopy copy = standing.copy();
            long version = new Sync(source, copy).toNewest();
            Optional<String> root = before.map(LiveRoot::root);
            Rendered rendered = standing.in(themes.renderer(Site.themeName(copy)), root, options())
                    .render(copy, source, blobs, root);
            standing.made(rendered.root());
            live.moveForward(site.id(), version, rendered.root());
            receipts.rendered(
                    site.id(), version, RenderReport.of(rendered, copy.madeAt(), clock, System.nanoTime() - start));
            done = true;
        } finally {
            if (done) {
                keptSites.keep(site.id(), standing);
            } else {
                standing.close();
            }
        }
    }

    private ServerSource source(SiteRef site) {
        return new ServerSource(site, sites, parts, siteJson, feed, changesJson, store, shelf);
    }

    private KeptSites.Standing standing(SiteId site, ServerSource source) {
        return keptSites.take(site, copyOf(site), source.origin());
    }

    private Options options() {
        return Options.usual().withThreads(AT_ONCE, threads).withTurns(page -> {
            turns.acquireUninterruptibly();
            try {
                page.run();
            } finally {
                turns.release();
            }
        });
    }

    private Path copyOf(SiteId site) {
        return settings.dataFolder().resolve("renderer").resolve(site.value() + ".copy");
    }

    void forget(@Observes SiteDeleted deleted) {
        Path copy = copyOf(deleted.site().id());
        afterCommit.run(() -> {
            keptSites.forget(deleted.site().id());
            try {
                Files.deleteIfExists(copy);
            } catch (IOException e) {
                throw new UncheckedIOException("the renderer's copy of a deleted site can't be deleted", e);
            }
        });
    }
}
