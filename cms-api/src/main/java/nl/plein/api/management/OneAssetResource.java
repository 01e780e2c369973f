package nl.plein.api.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.plein.api.management.AssetResource.AssetView;
import nl.plein.api.pictures.FileBytes;
import nl.plein.api.pictures.WantedRendition;
import nl.plein.api.wire.BoundedStream;
import nl.plein.api.wire.Conditions;
import nl.plein.api.wire.Listing;
import nl.plein.cms.kernel.AssetId;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.media.AssetRef;
import nl.plein.cms.media.AssetWords;
import nl.plein.cms.media.Assets;
import nl.plein.cms.media.BlobStore;
import nl.plein.cms.media.DescribeAsset;
import nl.plein.cms.media.DescribedAsset;
import nl.plein.cms.media.FileVersion;
import nl.plein.cms.media.FocalPoint;
import nl.plein.cms.media.SetFocalPoint;
import nl.plein.cms.media.StoreAsset;
import nl.plein.cms.media.UploadGate;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.publishing.DeleteAsset;
import nl.plein.cms.publishing.FileUses;
import nl.plein.cms.publishing.ReplaceAsset;
import nl.plein.cms.tenancy.SiteRef;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** One file of a site: what is said about it, what it was, where it is used. */
@Path("/manage/v1/sites/{site}/assets/{asset}")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class OneAssetResource {

    @Inject
    Access access;

    @Inject
    Assets assets;

    @Inject
    FileUses fileUses;

    @Inject
    UploadGate uploads;

    @Inject
    StoreAsset storeAsset;

    @Inject
    FileBytes fileBytes;

    @Inject
    DescribeAsset describeAsset;

    @Inject
    SetFocalPoint setFocalPoint;

    @Inject
    ReplaceAsset replaceAsset;

    @Inject
    DeleteAsset deleteAsset;

    /** The answer's ETag is for the If-Match of a change. */
    @GET
    @APIResponseSchema(AssetView.class)
    public Response get(@PathParam("site") SiteId site, @PathParam("asset") AssetId asset) {
        access.require(Permission.CONTENT_WRITE, site);
        return tagged(assets.described(site, asset));
    }

    /**
     * What is left out is said no more.
     *
     * @param alt      by locale: what the picture shows
     * @param language of the file itself
     */
    public record NewWords(
            @Nullable String title,
            @Nullable Map<String, String> alt,
            @Nullable String credit,
            @Nullable String licence,
            @Nullable String language) {

        AssetWords words() {
            return new AssetWords(
                    Optional.ofNullable(title),
                    alt == null ? Map.of() : alt,
                    Optional.ofNullable(credit),
                    Optional.ofNullable(licence),
                    Optional.ofNullable(language));
        }
    }

    /** If-Match names the asset, or is {@code *}. */
    @PUT
    @Path("words")
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(AssetView.class)
    public Response describe(
            @PathParam("site") SiteId site,
            @PathParam("asset") AssetId asset,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            NewWords wanted) {
        access.require(Permission.CONTENT_WRITE, site);
        return tagged(describeAsset.perform(site, asset, wanted.words(), Conditions.seen(ifMatch)));
    }

    /** Where the picture may not be cut away. */
    public record NewFocalPoint(Double x, Double y) {}

    @PUT
    @Path("focal-point")
    @Consumes(MediaType.APPLICATION_JSON)
    public AssetView focus(@PathParam("site") SiteId site, @PathParam("asset") AssetId asset, NewFocalPoint point) {
        access.require(Permission.CONTENT_WRITE, site);
        return AssetView.of(setFocalPoint.perform(site, asset, new FocalPoint(point.x(), point.y())));
    }

    @DELETE
    @Path("focal-point")
    public AssetView unfocus(@PathParam("site") SiteId site, @PathParam("asset") AssetId asset) {
        access.require(Permission.CONTENT_WRITE, site);
        return AssetView.of(setFocalPoint.perform(site, asset, null));
    }

    /** @param entry that uses it, at {@code place} in its fields */
    public record DraftUse(String entry, String locale, String title, String place) {}

    /** @param path empty for what has no page */
    public record PublishedUse(String entry, String locale, String title, String audience, String path) {}

    /** A menu or setting that names it. */
    public record PartUse(String kind, String key) {}

    /** @param hidden how many translations use it whose audience the caller does not belong to */
    public record AssetUses(List<DraftUse> drafts, List<PublishedUse> published, List<PartUse> parts, int hidden) {

        static AssetUses of(FileUses.Uses uses) {
            return new AssetUses(
                    uses.drafts().stream()
                            .map(use -> new DraftUse(
                                    use.translation().entry().toString(),
                                    use.translation().locale(),
                                    use.title(),
                                    use.place()))
                            .toList(),
                    uses.published().stream()
                            .map(page -> new PublishedUse(
                                    page.entry().toString(),
                                    page.locale(),
                                    page.title(),
                                    page.audience().value(),
                                    page.path()))
                            .toList(),
                    uses.parts().stream()
                            .map(part -> new PartUse(part.kind(), part.key()))
                            .toList(),
                    uses.hidden());
        }
    }

    @GET
    @Path("uses")
    public AssetUses uses(@PathParam("site") SiteId site, @PathParam("asset") AssetId asset) {
        return AssetUses.of(fileUses.of(site, asset));
    }

    /** @param replacedAt absent for the one that it is now */
    public record AssetFileView(
            int number,
            String file,
            String mediaType,
            long size,
            String sha256,
            int width,
            int height,
            @Nullable FocalPoint focalPoint,
            @Nullable Instant replacedAt) {

        static AssetFileView of(FileVersion version) {
            return new AssetFileView(
                    version.number(),
                    version.file().file(),
                    version.file().mediaType(),
                    version.file().size(),
                    version.file().sha256(),
                    version.file().width(),
                    version.file().height(),
                    version.file().focus(),
                    version.replacedAt());
        }
    }

    /** What it is and what it was, newest first. */
    @GET
    @Path("files")
    public Listing<AssetFileView> files(@PathParam("site") SiteId site, @PathParam("asset") AssetId asset) {
        access.require(Permission.CONTENT_WRITE, site);
        return Listing.whole(
                assets.filesOf(site, asset).stream().map(AssetFileView::of).toList());
    }

    /** The bytes of one of them: also of what nothing published shows, so that who writes sees what they choose from. */
    @GET
    @Path("files/{number}")
    @Produces(MediaType.WILDCARD)
    public Response bytes(
            @PathParam("site") SiteId site,
            @PathParam("asset") AssetId asset,
            @PathParam("number") int number,
            @QueryParam("width") @Nullable Integer width,
            @QueryParam("height") @Nullable Integer height,
            @QueryParam("fit") @Nullable String fit,
            @QueryParam("format") @Nullable String format,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        SiteRef ref = access.require(Permission.CONTENT_WRITE, site);
        AssetRef file = assets.filesOf(site, asset).stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .orElseThrow(() -> new NotFound("unknown-file", "This file never had a file with that number."))
                .file();
        return fileBytes
                .answer(ref.agency(), file, WantedRendition.of(file, width, height, fit, format), ifNoneMatch)
                .header("Cache-Control", "private, no-cache")
                .build();
    }

    /**
     * @param focalPoint {@code none}, {@code kept}, {@code removed} or {@code put-back}
     * @param version    of the site from which on visitors see it; absent if they see nothing of it
     * @param changed    how many publications show it
     */
    public record AssetReplaced(AssetView asset, String focalPoint, @Nullable Long version, int changed) {}

    /** The body is the file. If-Match names the asset, or is {@code *}. */
    @PUT
    @Path("file")
    @Consumes(MediaType.WILDCARD)
    @APIResponseSchema(AssetReplaced.class)
    public Response replace(
            @PathParam("site") SiteId site,
            @PathParam("asset") AssetId asset,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            InputStream body) {
        access.require(Permission.CONTENT_PUBLISH, site);
        Seen seen = Conditions.seen(ifMatch);
        seen.refuseOther(assets.described(site, asset).tag());
        return uploads.through(() -> {
            BlobStore.Stored stored = storeAsset.bytes(new BoundedStream(body, StoreAsset.LARGEST));
            return replaced(site, asset, replaceAsset.perform(site, asset, stored, seen));
        });
    }

    /** Which of its files it is to be again. */
    public record ShownFile(int number) {}

    /** If-Match names the asset, or is {@code *}. */
    @PUT
    @Path("shown-file")
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(AssetReplaced.class)
    public Response putBack(
            @PathParam("site") SiteId site,
            @PathParam("asset") AssetId asset,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            ShownFile wanted) {
        access.require(Permission.CONTENT_PUBLISH, site);
        return replaced(site, asset, replaceAsset.putBack(site, asset, wanted.number(), Conditions.seen(ifMatch)));
    }

    /** If-Match names the asset, or is {@code *}. */
    @DELETE
    public void delete(
            @PathParam("site") SiteId site,
            @PathParam("asset") AssetId asset,
            @QueryParam("force") @DefaultValue("false") boolean force,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        access.require(Permission.CONTENT_PUBLISH, site);
        deleteAsset.perform(
                site,
                asset,
                force ? DeleteAsset.Force.EVEN_IF_USED : DeleteAsset.Force.ONLY_UNUSED,
                Conditions.seen(ifMatch));
    }

    private Response replaced(SiteId site, AssetId asset, ReplaceAsset.Replaced done) {
        DescribedAsset now = assets.described(site, asset);
        var view = new AssetReplaced(
                AssetView.of(now),
                done.focalPoint().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                done.receipt().madeVersion() ? done.receipt().version() : null,
                done.receipt().changed());
        return Response.ok(view).tag(new EntityTag(now.tag())).build();
    }

    private static Response tagged(DescribedAsset asset) {
        return Response.ok(AssetView.of(asset)).tag(new EntityTag(asset.tag())).build();
    }
}
