package nl.plein.api.rendering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import nl.plein.api.delivery.ChangesJson;
import nl.plein.api.delivery.SiteJson;
import nl.plein.api.pictures.RenditionShelf;
import nl.plein.cms.kernel.AfterCommit;
import nl.plein.cms.kernel.Background;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.Settings;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.kernel.Stale;
import nl.plein.cms.media.BlobStore;
import nl.plein.cms.publishing.Change;
import nl.plein.cms.publishing.ChangeFeed;
import nl.plein.cms.publishing.Follower;
import nl.plein.cms.publishing.LiveSites;
import nl.plein.cms.publishing.Receipts;
import nl.plein.cms.tenancy.SiteDeleted;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.tenancy.Sites;
import nl.plein.site.copy.SiteCopy;
import nl.plein.site.copy.Sync;
import nl.plein.site.model.Site;
import nl.plein.site.render.Options;
import nl.plein.site.render.Rendered;
import nl.plein.site.render.Summary;
import tools.jackson.databind.node.ObjectNode;

/**
 * Follows every site: brings the renderer's copy to the newest version, renders it, and puts it live. At most cores − 1
 * renders at once; versions that come meanwhile are skipped, the next render shows them all. Killed anywhere, it leaves
 * the old site live and whole, and is called again.
 */
@ApplicationScoped
public class RenderSite implements Follower {

    public static final String NAME = "renderer";

    private static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);

    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    @Inject
    Settings settings;

    @Inject
    Sites sites;

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
    AfterCommit afterCommit;

    @Inject
    @Background
    ThreadFactory threads;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void follow(SiteRef site, long from, long to) throws InterruptedException {
        boolean erased = hasErased(site, from, to);
        int places = erased ? AT_ONCE : 1;
        turns.acquire(places);
        try {
            render(site);
            if (erased) {
                sweepBlobs.perform();
            }
        } finally {
            turns.release(places);
        }
    }

    /** Purges come first in the feed. */
    private boolean hasErased(SiteRef site, long from, long to) {
        try {
            var changes = feed.read(site.id(), from, to, ServerSource.NARROWEST, null, 1);
            return changes.items().stream().anyMatch(Change.Purged.class::isInstance);
        } catch (Stale forgotten) {
            return true;
        }
    }

    private void render(SiteRef site) {
        long start = System.nanoTime();
        var source = new ServerSource(site, sites, siteJson, feed, changesJson, store, shelf);
        try (SiteCopy copy = SiteCopy.open(copyOf(site.id()), source.origin())) {
            long version = new Sync(source, copy).toNewest();
            Rendered rendered = themes.renderer(themeOf(copy))
                    .render(copy, source, blobs, Options.usual().withThreads(AT_ONCE, threads));
            live.moveForward(site.id(), version, rendered.root());
            receipts.rendered(site.id(), version, report(rendered.summary(), System.nanoTime() - start));
        }
    }

    private static String themeOf(SiteCopy copy) {
        Object name = Site.of(copy).theme().get("name");
        return name == null ? "base" : String.valueOf(name);
    }

    private static ObjectNode report(Summary summary, long nanos) {
        ObjectNode report = Json.mapper()
                .createObjectNode()
                .put("version", summary.version())
                .put("pages", summary.pages())
                .put("written", summary.written())
                .put("unchanged", summary.unchanged())
                .put("bytes", summary.bytes())
                .put("millis", nanos / 1_000_000);
        summary.warnings().forEach(report.putArray("warnings")::add);
        return report;
    }

    private Path copyOf(SiteId site) {
        return settings.dataFolder().resolve("renderer").resolve(site.value() + ".copy");
    }

    void forget(@Observes SiteDeleted deleted) {
        Path copy = copyOf(deleted.site().id());
        afterCommit.run(() -> {
            try {
                Files.deleteIfExists(copy);
            } catch (IOException e) {
                throw new UncheckedIOException("the renderer's copy of a deleted site can't be deleted", e);
            }
        });
    }
}
