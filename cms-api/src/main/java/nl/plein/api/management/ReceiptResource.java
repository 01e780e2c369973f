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
import java.util.Locale;
import nl.plein.api.wire.Listing;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.publishing.LiveRoot;
import nl.plein.cms.publishing.LiveSites;
import nl.plein.cms.publishing.Receipt;
import nl.plein.cms.publishing.Receipts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What each version of a site has changed, and whether visitors have it. */
@Path("/manage/v1/sites/{site}/receipts")
@ApplicationScoped
public class ReceiptResource {

    /**
     * @param act      what was done; {@code nothing} if the site was already so
     * @param rendered what the renderer made of it; absent until then, and for versions it skipped
     */
    public record ReceiptView(
            long version,
            String act,
            Instant at,
            int made,
            int changed,
            int removed,
            int parts,
            int skipped,
            long lockMillis,
            @Nullable JsonNode rendered) {

        static ReceiptView of(Receipt receipt) {
            return of(receipt, receipt.rendered().orElse(null));
        }

        /** Without the addresses of a render, which a list would only carry about. */
        static ReceiptView brief(Receipt receipt) {
            return of(
                    receipt,
                    receipt.rendered()
                            .map(report -> report instanceof ObjectNode object
                                    ? object.deepCopy().without("trees")
                                    : report)
                            .orElse(null));
        }

        private static ReceiptView of(Receipt receipt, @Nullable JsonNode rendered) {
            return new ReceiptView(
                    receipt.version(),
                    receipt.act(),
                    receipt.at(),
                    receipt.made(),
                    receipt.changed(),
                    receipt.removed(),
                    receipt.parts(),
                    receipt.skipped(),
                    receipt.lockMillis(),
                    rendered);
        }
    }

    /** @param liveWith the version with which it went live, itself or a later one; absent until then */
    public record WholeReceipt(ReceiptView receipt, List<LineView> lines, @Nullable Long liveWith) {}

    /** @param what {@code made}, {@code changed} or {@code removed} */
    @Schema(name = "ReceiptLine")
    public record LineView(
            String what, String entry, String locale, String title, String path, @Nullable String pathBefore) {

        static LineView of(Receipts.Line line) {
            return new LineView(
                    line.what().name().toLowerCase(Locale.ROOT),
                    line.entry().toString(),
                    line.locale(),
                    line.title(),
                    line.path(),
                    line.pathBefore().orElse(null));
        }
    }

    @Inject
    Access access;

    @Inject
    Receipts receipts;

    @Inject
    LiveSites live;

    /** @param before only versions before this one: the {@code next} of the page before */
    @GET
    public Listing<ReceiptView> list(
            @PathParam("site") SiteId site,
            @QueryParam("cursor") @Nullable Long before,
            @QueryParam("pageSize") @DefaultValue("20") int pageSize) {
        access.require(Permission.CONTENT_WRITE, site);
        List<Receipt> found = receipts.list(site, before == null ? Long.MAX_VALUE : before, Listing.oneMore(pageSize));
        return Listing.page(found, pageSize, last -> Long.toString(last.version()), ReceiptView::brief);
    }

    @GET
    @Path("{version}")
    public WholeReceipt get(@PathParam("site") SiteId site, @PathParam("version") long version) {
        access.require(Permission.CONTENT_WRITE, site);
        Receipt receipt = receipts.get(site, version);
        return new WholeReceipt(
                ReceiptView.of(receipt),
                receipts.lines(site, version).stream().map(LineView::of).toList(),
                live.liveRoot(site)
                        .map(LiveRoot::version)
                        .filter(liveVersion -> liveVersion >= version)
                        .orElse(null));
    }
}
