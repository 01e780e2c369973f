package nl.plein.api.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import nl.plein.api.problem.Refused;
import nl.plein.api.wire.BoundedStream;
import nl.plein.api.wire.Listing;
import nl.plein.cms.kernel.AssetId;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.media.AssetRef;
import nl.plein.cms.media.Assets;
import nl.plein.cms.media.BlobStore;
import nl.plein.cms.media.FocalPoint;
import nl.plein.cms.media.SetFocalPoint;
import nl.plein.cms.media.StoreAsset;
import nl.plein.cms.media.UploadGate;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The files of a site. */
@Path("/manage/v1/sites/{site}/assets")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class AssetResource {

    /** A file and where it is served. */
    public record AssetView(
            String id,
            String file,
            String mediaType,
            long size,
            String sha256,
            int width,
            int height,
            @Nullable FocalPoint focalPoint,
            String src) {

        static AssetView of(AssetRef asset) {
            return new AssetView(
                    asset.id().toString(),
                    asset.file(),
                    asset.mediaType(),
                    asset.size(),
                    asset.sha256(),
                    asset.width(),
                    asset.height(),
                    asset.focus(),
                    "/delivery/v1/assets/" + asset.id() + "/" + asset.file());
        }
    }

    @Inject
    Once once;

    @Inject
    Access access;

    @Inject
    Assets assets;

    @Inject
    UploadGate uploads;

    @Inject
    StoreAsset storeAsset;

    @Inject
    SetFocalPoint setFocalPoint;

    /** Oldest first. */
    @GET
    public Listing<AssetView> list(
            @PathParam("site") SiteId site,
            @QueryParam("cursor") @Nullable String after,
            @QueryParam("pageSize") @DefaultValue("20") int pageSize) {
        access.require(Permission.CONTENT_WRITE, site);
        List<AssetRef> found = assets.page(site, Listing.idIn(after).map(AssetId::new), Listing.oneMore(pageSize));
        return Listing.page(found, pageSize, last -> last.id().toString(), AssetView::of);
    }

    /** @param file the name the sender knows it by */
    @POST
    @Consumes(MediaType.WILDCARD)
    @APIResponseSchema(value = AssetView.class, responseCode = "201")
    public Response store(@PathParam("site") SiteId site, @QueryParam("file") @Nullable String file, InputStream body) {
        access.require(Permission.CONTENT_WRITE, site);
        if (file == null || file.isBlank()) {
            throw Refused.query("file", "missing-parameter", "Name the file: ?file=plan.pdf");
        }
        return uploads.through(() -> {
            BlobStore.Stored stored = storeAsset.bytes(new BoundedStream(body, StoreAsset.LARGEST));
            return once.act(stored.sha256(), () -> {
                AssetRef asset = storeAsset.perform(site, file, stored);
                return Response.created(URI.create("/manage/v1/sites/" + site + "/assets/" + asset.id()))
                        .entity(AssetView.of(asset))
                        .build();
            });
        });
    }

    @GET
    @Path("{asset}")
    public AssetView get(@PathParam("site") SiteId site, @PathParam("asset") AssetId asset) {
        access.require(Permission.CONTENT_WRITE, site);
        return assets.find(asset)
                .filter(found -> found.site().equals(site))
                .map(AssetView::of)
                .orElseThrow(() -> new NotFound("unknown-asset", "There is no asset with this id on this site."));
    }

    /** Where the picture may not be cut away. */
    public record NewFocalPoint(Double x, Double y) {}

    @PUT
    @Path("{asset}/focal-point")
    @Consumes(MediaType.APPLICATION_JSON)
    public AssetView focus(@PathParam("site") SiteId site, @PathParam("asset") AssetId asset, NewFocalPoint point) {
        access.require(Permission.CONTENT_WRITE, site);
        return AssetView.of(setFocalPoint.perform(site, asset, new FocalPoint(point.x(), point.y())));
    }

    @DELETE
    @Path("{asset}/focal-point")
    public AssetView unfocus(@PathParam("site") SiteId site, @PathParam("asset") AssetId asset) {
        access.require(Permission.CONTENT_WRITE, site);
        return AssetView.of(setFocalPoint.perform(site, asset, null));
    }
}
