package nl.plein.api.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import nl.plein.api.management.TrailAnswers.AuditEventView;
import nl.plein.api.management.TrailAnswers.AuditVerdict;
import nl.plein.api.wire.Listing;
import nl.plein.cms.kernel.AgencyId;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Who did what in an agency. Its administrators read it, and nobody else. */
@Path("/manage/v1/agencies/{agency}")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {

    @Inject
    TrailAnswers answers;

    /** Newest first. */
    @GET
    @Path("audit-events")
    public Listing<AuditEventView> list(
            @PathParam("agency") AgencyId agency,
            @BeanParam TrailParameters wanted,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("pageSize") @DefaultValue("20") int pageSize) {
        return answers.list(agency, wanted.filter(), cursor, pageSize);
    }

    /** Walks the whole trail. */
    @GET
    @Path("audit-verification")
    public AuditVerdict verify(
            @PathParam("agency") AgencyId agency,
            @QueryParam("number") @Nullable Long number,
            @QueryParam("seal") @Nullable String seal) {
        return answers.verify(agency, number, seal);
    }

    /** One event a line, in the order of the chain. */
    @GET
    @Path("audit-lines")
    @Produces("application/jsonl")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(mediaType = "application/jsonl", schema = @Schema(implementation = String.class)))
    public Response lines(@PathParam("agency") AgencyId agency, @BeanParam TrailParameters wanted) {
        return answers.lines(agency, wanted.filter());
    }

    /** CSV, in the order of the chain; no cell is a formula. */
    @GET
    @Path("audit-table")
    @Produces("text/csv")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)))
    public Response table(@PathParam("agency") AgencyId agency, @BeanParam TrailParameters wanted) {
        return answers.table(agency, wanted.filter());
    }
}
