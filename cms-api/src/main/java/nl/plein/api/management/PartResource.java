package nl.plein.api.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import nl.plein.api.wire.Conditions;
import nl.plein.api.wire.Listing;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.publishing.ChangeSiteParts;
import nl.plein.cms.publishing.PartChange;
import nl.plein.cms.publishing.PartKind;
import nl.plein.cms.publishing.SiteMoment;
import nl.plein.cms.publishing.SitePart;
import nl.plein.cms.publishing.SiteParts;
import nl.plein.cms.tenancy.SiteRef;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Menus, settings, redirects, the theme and the groups of a site. Each change is a version of the site. */
@Path("/manage/v1/sites/{site}")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class PartResource {

    /**
     * @param kind {@code setting}, {@code menu}, {@code redirect}, {@code theme} or {@code group}
     * @param key  of a setting its name, of a menu {@code <name>.<locale>}, of a redirect its path, of a theme
     *             {@code theme}, of a group its id
     */
    @Schema
    public record PartView(String kind, String key, JsonNode value) {

        static PartView of(SitePart part) {
            return new PartView(part.kind().key(), part.key(), part.value());
        }
    }

    /** @param value absent or null to remove the part */
    public record NewPart(String kind, String key, @Nullable JsonNode value) {

        PartChange change() {
            return new PartChange(PartKind.of(kind), key, value == null || value.isNull() ? null : value);
        }
    }

    /** Changes that become one version. */
    public record NewParts(List<NewPart> changes) {}

    @Inject
    Once once;

    @Inject
    Access access;

    @Inject
    SiteParts parts;

    @Inject
    ChangeSiteParts changeSiteParts;

    /** The answer's ETag is for the If-Match of a change. */
    @GET
    @Path("parts")
    public Response list(@PathParam("site") SiteId id, @QueryParam("kind") @Nullable String kind) {
        SiteRef site = access.require(Permission.SITE_READ, id);
        Viewer viewer = access.viewerOf(site);
        String tag = parts.tagOf(id);
        SiteMoment now = new SiteMoment(site.version());
        Stream<SitePart> found = kind == null
                ? Stream.concat(
                        parts.groups(id).stream(),
                        parts.at(id, viewer, now).stream().filter(part -> part.kind() != PartKind.GROUP))
                : PartKind.of(kind) == PartKind.GROUP
                        ? parts.groups(id).stream()
                        : parts.of(id, PartKind.of(kind), viewer, now).stream();
        return Response.ok(Listing.whole(found.map(PartView::of).toList()))
                .header("ETag", "\"" + tag + "\"")
                .build();
    }

    /** If-Match names the state of all parts that the change was decided on, or is {@code *}. */
    @POST
    @Path("part-changes")
    @APIResponseSchema(value = ReceiptResource.ReceiptView.class, responseCode = "200")
    public Response change(
            @PathParam("site") SiteId id, @HeaderParam("If-Match") @Nullable String ifMatch, NewParts wanted) {
        access.require(Permission.SITE_MANAGE, id);
        Seen seen = Conditions.seen(ifMatch);
        return once.version(() -> changeSiteParts.perform(
                id, wanted.changes().stream().map(NewPart::change).toList(), seen));
    }
}
