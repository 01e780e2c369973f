package nl.plein.api.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import nl.plein.api.wire.Conditions;
import nl.plein.api.wire.Listing;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Finding;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.releases.PlanRelease;
import nl.plein.cms.releases.PublishRelease;
import nl.plein.cms.releases.Release;
import nl.plein.cms.releases.ReleaseAct;
import nl.plein.cms.releases.ReleaseId;
import nl.plein.cms.releases.ReleaseItem;
import nl.plein.cms.releases.Releases;
import nl.plein.cms.releases.ReviewRelease;
import nl.plein.cms.releases.RollBackRelease;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Changes of many translations that become one version of a site. */
@Path("/manage/v1/sites/{site}/releases")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ReleaseResource {

    /** @param act {@code publish} or {@code unpublish} */
    @Schema(name = "ReleaseItem")
    public record Item(String entry, String locale, String act) {

        ReleaseItem item() {
            return new ReleaseItem(new TranslationKey(EntryId.of(entry), locale), ReleaseAct.of(act));
        }

        static Item of(ReleaseItem item) {
            return new Item(
                    item.translation().entry().toString(),
                    item.translation().locale(),
                    item.act().key());
        }
    }

    /** What it is called, and what it does. */
    public record NewRelease(String name, List<Item> items) {

        List<ReleaseItem> all() {
            return items.stream().map(Item::item).toList();
        }
    }

    /**
     * @param version         that it made
     * @param rollBackVersion that taking it back made
     * @param skipped         translations that taking it back could not show as before
     * @param items           only of a single release
     */
    public record ReleaseView(
            String id,
            String name,
            String state,
            Instant createdAt,
            @Nullable Long version,
            @Nullable Long rollBackVersion,
            int skipped,
            @Nullable List<Item> items) {

        static ReleaseView of(Release release, @Nullable List<ReleaseItem> items) {
            return new ReleaseView(
                    release.id().toString(),
                    release.name(),
                    release.state().key(),
                    release.created(),
                    release.madeVersion().orElse(null),
                    release.backVersion().orElse(null),
                    release.skipped(),
                    items == null ? null : items.stream().map(Item::of).toList());
        }
    }

    /** @param pointer to the field of the draft; empty for the whole */
    public record ReviewFinding(String pointer, String code, String message) {

        static ReviewFinding of(Finding finding) {
            return new ReviewFinding(finding.pointer(), finding.code(), finding.message());
        }
    }

    /**
     * What would become of one translation.
     *
     * @param effect   {@code appears}, {@code changes}, {@code moves}, {@code vanishes} or {@code nothing}
     * @param path     where visitors find it now
     * @param pathThen where they would find it
     * @param findings why it can't be published
     * @param alsoIn   names of other planned releases that have it
     */
    public record ReviewLine(
            String entry,
            String locale,
            String act,
            String title,
            String effect,
            @Nullable String path,
            @Nullable String pathThen,
            List<ReviewFinding> findings,
            List<String> alsoIn) {

        static ReviewLine of(ReviewRelease.Line line) {
            Item item = Item.of(line.item());
            return new ReviewLine(
                    item.entry(),
                    item.locale(),
                    item.act(),
                    line.title(),
                    line.effect().key(),
                    line.pathNow().orElse(null),
                    line.pathThen().orElse(null),
                    line.findings().stream().map(ReviewFinding::of).toList(),
                    line.alsoIn());
        }
    }

    @Inject
    Once once;

    @Inject
    Access access;

    @Inject
    Releases releases;

    @Inject
    PlanRelease planRelease;

    @Inject
    ReviewRelease reviewRelease;

    @Inject
    PublishRelease publishRelease;

    @Inject
    RollBackRelease rollBackRelease;

    /** Newest first, without their items. */
    @GET
    public Listing<ReleaseView> list(
            @PathParam("site") SiteId site,
            @QueryParam("cursor") @Nullable String before,
            @QueryParam("pageSize") @DefaultValue("20") int pageSize) {
        access.require(Permission.CONTENT_WRITE, site);
        List<Release> found = releases.page(site, Listing.idIn(before), Listing.oneMore(pageSize));
        return Listing.page(found, pageSize, last -> last.id().toString(), one -> ReleaseView.of(one, null));
    }

    /** Visitors see nothing of it. */
    @POST
    @APIResponseSchema(value = ReleaseView.class, responseCode = "201")
    public Response begin(@PathParam("site") SiteId site, NewRelease wanted) {
        access.require(Permission.CONTENT_WRITE, site);
        return once.act(() -> {
            Release made = planRelease.begin(site, wanted.name(), wanted.all());
            return tagged(
                    Response.created(URI.create("/manage/v1/sites/" + site + "/releases/" + made.id())),
                    made,
                    wanted.all());
        });
    }

    /** The answer's ETag is for the If-Match of whatever is done with it. */
    @GET
    @Path("{release}")
    @APIResponseSchema(ReleaseView.class)
    public Response get(@PathParam("site") SiteId site, @PathParam("release") String id) {
        access.require(Permission.CONTENT_WRITE, site);
        Release release = releases.get(site, ReleaseId.of(id));
        return tagged(Response.ok(), release, releases.items(release));
    }

    /** With this name and these items instead. If-Match names the release, or is {@code *}. */
    @PUT
    @Path("{release}")
    @APIResponseSchema(ReleaseView.class)
    public Response change(
            @PathParam("site") SiteId site,
            @PathParam("release") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            NewRelease wanted) {
        access.require(Permission.CONTENT_WRITE, site);
        Seen seen = Conditions.seen(ifMatch);
        Release release = planRelease.change(site, ReleaseId.of(id), wanted.name(), wanted.all(), seen);
        return tagged(Response.ok(), release, wanted.all());
    }

    /** Drops one that is only planned. If-Match names the release, or is {@code *}. */
    @DELETE
    @Path("{release}")
    public void drop(
            @PathParam("site") SiteId site,
            @PathParam("release") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        access.require(Permission.CONTENT_WRITE, site);
        planRelease.drop(site, ReleaseId.of(id), Conditions.seen(ifMatch));
    }

    /** What it would do now, and what stands in its way. */
    @GET
    @Path("{release}/review")
    public Listing<ReviewLine> review(@PathParam("site") SiteId site, @PathParam("release") String id) {
        return Listing.whole(reviewRelease.perform(site, ReleaseId.of(id)).stream()
                .map(ReviewLine::of)
                .toList());
    }

    /** All of it as one version, or nothing. If-Match names the release, or is {@code *}. */
    @POST
    @Path("{release}/publications")
    @APIResponseSchema(value = ReceiptResource.ReceiptView.class, responseCode = "200")
    public Response publish(
            @PathParam("site") SiteId site,
            @PathParam("release") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        access.require(Permission.CONTENT_PUBLISH, site);
        Seen seen = Conditions.seen(ifMatch);
        return once.version(() -> publishRelease.perform(site, ReleaseId.of(id), seen));
    }

    /** What its translations showed before, as one version. If-Match names the release, or is {@code *}. */
    @POST
    @Path("{release}/roll-backs")
    @APIResponseSchema(value = ReceiptResource.ReceiptView.class, responseCode = "200")
    public Response rollBack(
            @PathParam("site") SiteId site,
            @PathParam("release") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        access.require(Permission.CONTENT_PUBLISH, site);
        Seen seen = Conditions.seen(ifMatch);
        return once.version(() -> rollBackRelease.perform(site, ReleaseId.of(id), seen));
    }

    private static Response tagged(Response.ResponseBuilder answer, Release release, List<ReleaseItem> items) {
        return answer.entity(ReleaseView.of(release, items))
                .header("ETag", "\"" + release.tag() + "\"")
                .build();
    }
}
