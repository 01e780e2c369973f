package nl.plein.api.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import nl.plein.api.wire.Conditions;
import nl.plein.api.wire.Listing;
import nl.plein.cms.exchange.ImportMappings;
import nl.plein.cms.exchange.NamedMapping;
import nl.plein.cms.exchange.RemoveMapping;
import nl.plein.cms.exchange.SaveMapping;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The mappings of a site: what its imports make of each kind of source. */
@Path("/manage/v1/sites/{site}/import-mappings")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ImportMappingResource {

    /** A mapping in a list. @param kinds how many kinds of source it speaks of */
    public record MappingView(String name, int kinds, Instant changedAt) {

        static MappingView of(NamedMapping mapping) {
            return new MappingView(mapping.name(), mapping.mapping().kinds().size(), mapping.changedAt());
        }
    }

    @Inject
    Access access;

    @Inject
    ImportMappings mappings;

    @Inject
    SaveMapping saveMapping;

    @Inject
    RemoveMapping removeMapping;

    @GET
    public Listing<MappingView> list(@PathParam("site") SiteId site) {
        access.require(Permission.CONTENT_WRITE, site);
        return Listing.whole(mappings.all(site).stream().map(MappingView::of).toList());
    }

    @GET
    @Path("{mapping}")
    public Response get(@PathParam("site") SiteId site, @PathParam("mapping") String name) {
        access.require(Permission.CONTENT_WRITE, site);
        return answer(Response.ok(), mappings.get(site, name));
    }

    /** Under a new name no {@code If-Match} is needed: there is nothing that could be overwritten. */
    @PUT
    @Path("{mapping}")
    @APIResponse(responseCode = "200", description = "OK", content = @Content(schema = @Schema(ref = "ImportMapping")))
    public Response save(
            @PathParam("site") SiteId site,
            @PathParam("mapping") String name,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Schema(ref = "ImportMapping") JsonNode mapping) {
        access.require(Permission.CONTENT_WRITE, site);
        boolean isNew = mappings.find(site, name).isEmpty();
        Seen seen = isNew && ifMatch == null ? Seen.of(SaveMapping.NONE) : Conditions.seen(ifMatch);
        return answer(Response.ok(), saveMapping.perform(site, name, mapping, seen));
    }

    @DELETE
    @Path("{mapping}")
    public void remove(
            @PathParam("site") SiteId site,
            @PathParam("mapping") String name,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        access.require(Permission.CONTENT_WRITE, site);
        removeMapping.perform(site, name, Conditions.seen(ifMatch));
    }

    private static Response answer(Response.ResponseBuilder response, NamedMapping mapping) {
        return response.entity(mapping.json())
                .header("ETag", "\"" + mapping.tag() + "\"")
                .build();
    }
}
