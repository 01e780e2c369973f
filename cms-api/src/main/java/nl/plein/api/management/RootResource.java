package nl.plein.api.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import nl.plein.api.wire.Listing;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.publishing.KeptRoots;
import nl.plein.cms.publishing.LiveRoot;
import nl.plein.cms.publishing.LiveSites;
import org.jspecify.annotations.Nullable;

/** The rendered versions of a site that are kept. */
@Path("/manage/v1/sites/{site}/roots")
@ApplicationScoped
public class RootResource {

    /**
     * @param root    SHA-256 that stands for all files of the version
     * @param liveAt  when visitors got it
     * @param live    whether visitors get it now
     * @param receipt where its receipt is
     */
    public record RootView(long version, String root, Instant liveAt, boolean live, String receipt) {

        static RootView of(LiveRoot kept, long live) {
            return new RootView(
                    kept.version(),
                    kept.root(),
                    kept.movedAt(),
                    kept.version() == live,
                    "/manage/v1/sites/" + kept.site() + "/receipts/" + kept.version());
        }
    }

    @Inject
    Access access;

    @Inject
    KeptRoots roots;

    @Inject
    LiveSites live;

    /** @param before only versions before this one: the {@code next} of the page before */
    @GET
    public Listing<RootView> list(
            @PathParam("site") SiteId site,
            @QueryParam("cursor") @Nullable Long before,
            @QueryParam("pageSize") @DefaultValue("20") int pageSize) {
        access.require(Permission.CONTENT_WRITE, site);
        long now = live.liveRoot(site).map(LiveRoot::version).orElse(0L);
        List<LiveRoot> found = roots.list(site, before == null ? Long.MAX_VALUE : before, Listing.oneMore(pageSize));
        return Listing.page(found, pageSize, last -> Long.toString(last.version()), kept -> RootView.of(kept, now));
    }
}
