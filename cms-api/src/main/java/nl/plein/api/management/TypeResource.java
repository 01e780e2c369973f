package nl.plein.api.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
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
import java.util.Optional;
import nl.plein.api.wire.Conditions;
import nl.plein.api.wire.Listing;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.model.ContentType;
import nl.plein.cms.model.ContentTypes;
import nl.plein.cms.model.DefineType;
import nl.plein.cms.model.RemoveType;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.remodel.RemodelType;
import nl.plein.cms.remodel.WeighTypeChange;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The content types and blocks of an agency; all its sites share them. */
@Path("/manage/v1/agencies/{agency}/content-types")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class TypeResource {

    @Inject
    Once once;

    @Inject
    Access access;

    @Inject
    ContentTypes types;

    @Inject
    DefineType defineType;

    @Inject
    WeighTypeChange weighTypeChange;

    @Inject
    RemodelType remodelType;

    @Inject
    RemoveType removeType;

    @GET
    public Response list(@PathParam("agency") AgencyId agency) {
        access.require(Permission.SITE_READ, agency);
        return Response.ok(Listing.whole(
                        types.all().stream().map(ContentType::json).toList()))
                .build();
    }

    @POST
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(ref = "TypeDefinition")))
    public Response define(@PathParam("agency") AgencyId agency, @Schema(ref = "TypeDefinition") JsonNode definition) {
        access.require(Permission.MODEL_MANAGE, agency);
        return once.act(() -> {
            ContentType type = defineType.perform(definition);
            return answer(
                    Response.created(URI.create("/manage/v1/agencies/" + agency + "/content-types/" + type.key())),
                    type);
        });
    }

    @GET
    @Path("{type}")
    public Response get(@PathParam("agency") AgencyId agency, @PathParam("type") String key) {
        access.require(Permission.SITE_READ, agency);
        return answer(Response.ok(), find(key));
    }

    /** What a change to this definition would mean; changes nothing. */
    @POST
    @Path("{type}/impacts")
    @APIResponseSchema(value = TypeImpactView.class, responseCode = "200")
    public Response weigh(
            @PathParam("agency") AgencyId agency,
            @PathParam("type") String key,
            @Schema(ref = "TypeDefinition") JsonNode definition) {
        access.require(Permission.MODEL_MANAGE, agency);
        find(key);
        return once.act(() -> Response.ok(TypeImpactView.of(weighTypeChange.perform(key, definition)))
                .build());
    }

    /** {@code Location} is that of the job that carries texts over, if any has to be. */
    @PUT
    @Path("{type}")
    public Response change(
            @PathParam("agency") AgencyId agency,
            @PathParam("type") String key,
            @QueryParam("impact") @Nullable String fingerprint,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Schema(ref = "TypeDefinition") JsonNode definition) {
        access.require(Permission.MODEL_MANAGE, agency);
        Seen seen = Conditions.seen(ifMatch);
        find(key);
        RemodelType.Remodelled changed = remodelType.perform(key, definition, seen, Optional.ofNullable(fingerprint));
        Response.ResponseBuilder response = Response.ok();
        changed.job()
                .ifPresent(
                        job -> response.location(URI.create("/manage/v1/agencies/" + agency + "/migrations/" + job)));
        return answer(response, changed.type());
    }

    @DELETE
    @Path("{type}")
    public void remove(
            @PathParam("agency") AgencyId agency,
            @PathParam("type") String key,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        access.require(Permission.MODEL_MANAGE, agency);
        Seen seen = Conditions.seen(ifMatch);
        find(key);
        removeType.perform(key, seen);
    }

    private ContentType find(String key) {
        return types.find(key)
                .orElseThrow(() -> new NotFound("unknown-type", "This agency has no content type of this key."));
    }

    private static Response answer(Response.ResponseBuilder response, ContentType type) {
        return response.entity(type.json())
                .header("ETag", "\"" + type.tag() + "\"")
                .build();
    }
}
