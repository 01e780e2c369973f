package nl.plein.api.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import nl.plein.api.wire.Conditions;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.publishing.WearTheme;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Which theme a site wears. Each change is a version of the site. */
@Path("/manage/v1/sites/{site}")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class SiteThemeResource {

    /** @param name of a theme of the installation, or {@code theme} of a package of the agency */
    public record NewTheme(String name) {}

    @Inject
    Once once;

    @Inject
    Access access;

    @Inject
    WearTheme wearTheme;

    /** If-Match names the state of all parts that the change was decided on, or is {@code *}. */
    @PUT
    @Path("theme")
    @APIResponseSchema(value = ReceiptResource.ReceiptView.class, responseCode = "200")
    public Response wear(
            @PathParam("site") SiteId site, @HeaderParam("If-Match") @Nullable String ifMatch, NewTheme theme) {
        access.require(Permission.THEME_MANAGE, site);
        Seen seen = Conditions.seen(ifMatch);
        return once.version(() -> wearTheme.perform(site, theme.name(), seen));
    }

    @POST
    @Path("theme-roll-backs")
    @APIResponseSchema(value = ReceiptResource.ReceiptView.class, responseCode = "200")
    public Response before(@PathParam("site") SiteId site, @HeaderParam("If-Match") @Nullable String ifMatch) {
        access.require(Permission.THEME_MANAGE, site);
        Seen seen = Conditions.seen(ifMatch);
        return once.version(() -> wearTheme.before(site, seen));
    }
}
