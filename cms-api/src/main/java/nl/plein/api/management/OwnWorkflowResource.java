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
import java.time.Instant;
import java.util.Optional;
import nl.plein.api.wire.Conditions;
import nl.plein.api.wire.Listing;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.workflow.ChangeWorkflow;
import nl.plein.cms.workflow.DefineWorkflow;
import nl.plein.cms.workflow.OwnWorkflows;
import nl.plein.cms.workflow.RemoveWorkflow;
import nl.plein.cms.workflow.WeighWorkflowChange;
import nl.plein.cms.workflow.WorkflowVersion;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Workflows that an agency made itself; its sites choose from these and from those that every agency has. */
@Path("/manage/v1/agencies/{agency}/workflows")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class OwnWorkflowResource {

    /** A definition that a workflow has had. @param by absent for the installation itself */
    @Schema(name = "WorkflowVersion")
    public record VersionView(
            int number, Instant at, @Nullable String by, @Schema(ref = "OwnWorkflow") JsonNode definition) {

        static VersionView of(WorkflowVersion version) {
            return new VersionView(
                    version.number(),
                    version.at(),
                    version.by().map(Object::toString).orElse(null),
                    version.definition());
        }
    }

    @Inject
    Once once;

    @Inject
    Access access;

    @Inject
    OwnWorkflows own;

    @Inject
    DefineWorkflow defineWorkflow;

    @Inject
    WeighWorkflowChange weigh;

    @Inject
    ChangeWorkflow changeWorkflow;

    @Inject
    RemoveWorkflow removeWorkflow;

    @GET
    public Response list(@PathParam("agency") AgencyId agency) {
        access.require(Permission.SITE_READ, agency);
        return Response.ok(Listing.whole(
                        own.told().stream().map(OwnWorkflows.Told::definition).toList()))
                .build();
    }

    @POST
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(ref = "OwnWorkflow")))
    public Response define(@PathParam("agency") AgencyId agency, @Schema(ref = "OwnWorkflow") JsonNode definition) {
        access.require(Permission.MODEL_MANAGE, agency);
        return once.act(() -> {
            OwnWorkflows.Told made = defineWorkflow.perform(definition);
            String key = made.definition().path("key").asString();
            return answer(Response.created(URI.create("/manage/v1/agencies/" + agency + "/workflows/" + key)), made);
        });
    }

    @GET
    @Path("{workflow}")
    public Response get(@PathParam("agency") AgencyId agency, @PathParam("workflow") String key) {
        access.require(Permission.SITE_READ, agency);
        return answer(Response.ok(), own.get(key));
    }

    /** What a change to this definition would mean; changes nothing. */
    @POST
    @Path("{workflow}/impacts")
    @APIResponseSchema(value = WorkflowImpactView.class, responseCode = "200")
    public Response weigh(
            @PathParam("agency") AgencyId agency,
            @PathParam("workflow") String key,
            @Schema(ref = "OwnWorkflow") JsonNode definition) {
        access.require(Permission.MODEL_MANAGE, agency);
        return once.act(() -> Response.ok(WorkflowImpactView.of(key, weigh.perform(key, definition)))
                .build());
    }

    @PUT
    @Path("{workflow}")
    public Response change(
            @PathParam("agency") AgencyId agency,
            @PathParam("workflow") String key,
            @QueryParam("impact") @Nullable String fingerprint,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Schema(ref = "OwnWorkflow") JsonNode definition) {
        access.require(Permission.MODEL_MANAGE, agency);
        Seen seen = Conditions.seen(ifMatch);
        return answer(Response.ok(), changeWorkflow.perform(key, definition, seen, Optional.ofNullable(fingerprint)));
    }

    @DELETE
    @Path("{workflow}")
    public void remove(
            @PathParam("agency") AgencyId agency,
            @PathParam("workflow") String key,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        access.require(Permission.MODEL_MANAGE, agency);
        removeWorkflow.perform(key, Conditions.seen(ifMatch));
    }

    /** Newest first; also of a workflow that was removed. */
    @GET
    @Path("{workflow}/versions")
    public Listing<VersionView> versions(@PathParam("agency") AgencyId agency, @PathParam("workflow") String key) {
        access.require(Permission.SITE_READ, agency);
        return Listing.whole(own.versions(key).stream().map(VersionView::of).toList());
    }

    private static Response answer(Response.ResponseBuilder response, OwnWorkflows.Told told) {
        return response.entity(told.definition())
                .header("ETag", "\"" + told.tag() + "\"")
                .build();
    }
}
