package nl.plein.api.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import nl.plein.api.rendering.ThemeDeclarations;
import nl.plein.api.wire.Conditions;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.publishing.PartKind;
import nl.plein.cms.publishing.SiteMoment;
import nl.plein.cms.publishing.SiteParts;
import nl.plein.cms.publishing.WearTheme;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.site.theme.Tokens;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Which theme a site wears. Each change is a version of the site. */
@Path("/manage/v1/sites/{site}")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class SiteThemeResource {

    /** @param name of a theme of the installation, or {@code theme} of a package of the agency */
    public record NewTheme(String name) {}

    /** @param dark for dark surroundings; absent where it is the same */
    @Schema
    public record TokenDeclaration(String name, String type, JsonNode value, @Nullable JsonNode dark) {

        static TokenDeclaration of(Tokens.Declared token) {
            return new TokenDeclaration(
                    token.name(), token.type(), json(token.value()), token.dark() == null ? null : json(token.dark()));
        }
    }

    /** @param least ratio that the two need */
    public record ContrastPair(String above, String below, double least) {}

    /** A theme that came with the server. */
    public record InstalledTheme(String name, String version, String description) {}

    /**
     * What a site wears, and what it may set of it.
     *
     * @param settings by name a JSON Schema
     * @param installed what it could wear instead, beside the agency's own
     */
    @Schema
    public record WornTheme(
            String name,
            String version,
            String description,
            JsonNode settings,
            List<TokenDeclaration> tokens,
            List<ContrastPair> contrast,
            List<InstalledTheme> installed) {}

    @Inject
    ThemeDeclarations declarations;

    @Inject
    SiteParts parts;

    @Inject
    Once once;

    @Inject
    Access access;

    @Inject
    WearTheme wearTheme;

    /** What the theme declares, with its own values: those of the site are in its part {@code theme}. */
    @GET
    @Path("theme")
    public WornTheme declared(@PathParam("site") SiteId id) {
        SiteRef site = access.require(Permission.SITE_READ, id);
        String name = parts.find(id, PartKind.THEME, "theme", Viewer.PUBLIC, new SiteMoment(site.version()))
                .map(part -> part.value().path("name").asString(""))
                .orElseThrow(() -> new NotFound("no-theme", "This site wears no theme yet."));
        ThemeDeclarations.Declaration theme = declarations.of(name);
        return new WornTheme(
                name,
                theme.version(),
                theme.description(),
                json(theme.settings()),
                theme.tokens().stream().map(TokenDeclaration::of).toList(),
                theme.contrast().stream()
                        .map(pair -> new ContrastPair(pair.above(), pair.below(), pair.least()))
                        .toList(),
                declarations.installed().stream()
                        .map(one -> new InstalledTheme(one.name(), one.version(), one.description()))
                        .toList());
    }

    private static JsonNode json(@Nullable Object value) {
        return Json.mapper().valueToTree(value);
    }

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
