package nl.plein.api.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import nl.plein.api.wire.Listing;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.model.ContentTypes;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import tools.jackson.databind.JsonNode;

/** The model of a site's agency. */
@Path("/delivery/v1/sites/{site}/content-types")
@ApplicationScoped
public class TypeDeliveryResource {

    /** @param schema JSON Schema 2020-12 of the payload, the member {@code fields} of an entry */
    @Schema
    public record TypeView(
            String key, String kind, @Schema(ref = "TypeDefinition") JsonNode definition, JsonNode schema) {}

    @Inject
    Answers answers;

    @Inject
    SiteDoor door;

    @Inject
    ContentTypes types;

    @GET
    public Response list(@Context HttpServletRequest request, @PathParam("site") SiteId site) {
        SiteDoor.Visit visit = door.enter(request, site);
        return answers.of(
                request,
                visit.viewer(),
                visit.moment().version(),
                "types " + types.version(),
                () -> Listing.whole(all()));
    }

    private List<TypeView> all() {
        return types.all().stream()
                .map(type -> new TypeView(
                        type.key(), type.isBlock() ? "block" : "entry", type.json(), types.schema(type.key())))
                .toList();
    }
}
