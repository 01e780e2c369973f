package nl.plein.api.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Supplier;
import nl.plein.api.identity.Callers;
import nl.plein.api.identity.RequestedHost;
import nl.plein.api.pictures.FileBytes;
import nl.plein.api.pictures.WantedRendition;
import nl.plein.cms.kernel.AssetId;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.media.AssetRef;
import nl.plein.cms.media.Assets;
import nl.plein.cms.people.Access;
import nl.plein.cms.publishing.References;
import nl.plein.cms.tenancy.Agencies;
import nl.plein.cms.tenancy.Agency;
import nl.plein.cms.tenancy.AgencyContext;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.tenancy.Sites;
import org.jspecify.annotations.Nullable;

/** Uploaded files, as they were uploaded, and pictures in other sizes. Who may see what uses a file may see the file. */
@Path("/delivery/v1/assets")
@ApplicationScoped
public class AssetDeliveryResource {

    @Inject
    Agencies agencies;

    @Inject
    AgencyContext context;

    @Inject
    Sites sites;

    @Inject
    Access access;

    @Inject
    RequestedHost host;

    @Inject
    Assets assets;

    @Inject
    References references;

    @Inject
    FileBytes bytes;

    @GET
    @Path("{asset}/{file}")
    @Produces(MediaType.WILDCARD)
    public Response get(
            @Context HttpServletRequest request,
            @PathParam("asset") AssetId id,
            @PathParam("file") String file,
            @QueryParam("width") @Nullable Integer width,
            @QueryParam("height") @Nullable Integer height,
            @QueryParam("fit") @Nullable String fit,
            @QueryParam("format") @Nullable String format) {
        AssetRef asset = find(request, id)
                .filter(found -> found.file().equals(file) || wasCalled(found, file))
                .orElseThrow(() -> new NotFound("unknown-asset", "There is no such file that you may see."));
        return bytes.answer(
                        sites.get(asset.site()).agency(),
                        asset,
                        WantedRendition.of(asset, width, height, fit, format),
                        request.getHeader("If-None-Match"))
                .header("Cache-Control", Answers.caching(Callers.isNamedIn(request)))
                .header("Vary", Answers.VARY)
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .build();
    }

    /** Links from elsewhere still lead to a file that was replaced by one of another format. */
    private boolean wasCalled(AssetRef asset, String file) {
        return in(sites.get(asset.site()).agency(), () -> assets.hadName(asset.id(), file));
    }

    /** The address names no site: on a site's host it is that site's agency, elsewhere the one that has the file. */
    private Optional<AssetRef> find(HttpServletRequest request, AssetId id) {
        Optional<SiteRef> own = host.siteOf(request);
        if (own.isPresent()) {
            return in(own.get().agency(), () -> assets.find(id))
                    .filter(asset -> asset.site().equals(own.get().id()))
                    .filter(this::isShown);
        }
        return agencies.all().stream()
                .map(Agency::id)
                .flatMap(agency -> in(agency, () -> assets.find(id)).stream())
                .findFirst()
                .filter(this::isShown);
    }

    private boolean isShown(AssetRef asset) {
        SiteRef site = sites.get(asset.site());
        boolean open = site.isOpen() || access.mayRead(site);
        return open && (in(site.agency(), () -> references.showAsset(asset.id(), access.viewerOf(site))));
    }

    private <T> T in(nl.plein.cms.kernel.AgencyId agency, Supplier<T> work) {
        return context.in(agency, work);
    }
}
