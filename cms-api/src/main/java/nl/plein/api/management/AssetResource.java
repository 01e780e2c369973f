package nl.plein.api.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.plein.api.problem.Refused;
import nl.plein.api.wire.BoundedStream;
import nl.plein.api.wire.Listing;
import nl.plein.cms.kernel.AssetId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.media.AssetFilter;
import nl.plein.cms.media.AssetKind;
import nl.plein.cms.media.AssetOrder;
import nl.plein.cms.media.AssetRef;
import nl.plein.cms.media.AssetWords;
import nl.plein.cms.media.Assets;
import nl.plein.cms.media.BlobStore;
import nl.plein.cms.media.DescribedAsset;
import nl.plein.cms.media.FocalPoint;
import nl.plein.cms.media.StoreAsset;
import nl.plein.cms.media.UploadGate;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.publishing.FileUses;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The files of a site. */
@Path("/manage/v1/sites/{site}/assets")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class AssetResource {

    /**
     * A file, what editors say about it, and where it is served.
     *
     * @param alt        by locale
     * @param fileNumber which of its files it is now
     */
    public record AssetView(
            String id,
            String kind,
            String file,
            String mediaType,
            long size,
            String sha256,
            int width,
            int height,
            @Nullable FocalPoint focalPoint,
            String src,
            @Nullable String title,
            Map<String, String> alt,
            @Nullable String credit,
            @Nullable String licence,
            @Nullable String language,
            int fileNumber) {

        static AssetView of(DescribedAsset described) {
            AssetRef asset = described.file();
            AssetWords words = described.words();
            return new AssetView(
                    asset.id().toString(),
                    described.kind().key(),
                    asset.file(),
                    asset.mediaType(),
                    asset.size(),
                    asset.sha256(),
                    asset.width(),
                    asset.height(),
                    asset.focus(),
                    "/delivery/v1/assets/" + asset.id() + "/" + asset.file(),
                    words.title().orElse(null),
                    new TreeMap<>(words.alt()),
                    words.credit().orElse(null),
                    words.licence().orElse(null),
                    words.language().orElse(null),
                    described.number());
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
    FileUses fileUses;

    /** Oldest first, unless {@code order} says {@code newest}. */
    @GET
    public Listing<AssetView> list(
            @PathParam("site") SiteId site,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("text") @Nullable String text,
            @QueryParam("unused") @DefaultValue("false") boolean unused,
            @QueryParam("order") @DefaultValue("oldest") String order,
            @QueryParam("cursor") @Nullable String after,
            @QueryParam("pageSize") @DefaultValue("20") int pageSize) {
        access.require(Permission.CONTENT_WRITE, site);
        var wanted = new AssetFilter(
                Optional.ofNullable(kind).map(AssetKind::of), Optional.ofNullable(text), AssetOrder.of(order));
        Optional<AssetId> last = Listing.idIn(after).map(AssetId::new);
        int most = Listing.oneMore(pageSize);
        List<DescribedAsset> found =
                unused ? fileUses.unused(site, wanted, last, most) : assets.page(site, wanted, last, most);
        return Listing.page(found, pageSize, one -> one.id().toString(), AssetView::of);
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
                        .entity(AssetView.of(assets.described(site, asset.id())))
                        .build();
            });
        });
    }
}
