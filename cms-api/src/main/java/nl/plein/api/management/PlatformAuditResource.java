package nl.plein.api.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import nl.plein.api.management.TrailAnswers.AuditEventView;
import nl.plein.api.management.TrailAnswers.AuditVerdict;
import nl.plein.api.wire.Listing;
import nl.plein.cms.audit.Audit;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Who signed in, or was refused, and what was done that belongs to no agency. */
@Path("/manage/v1/platform")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class PlatformAuditResource {

    @Inject
    TrailAnswers answers;

    /** Newest first. */
    @GET
    @Path("audit-events")
    public Listing<AuditEventView> list(
            @BeanParam TrailParameters wanted,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("pageSize") @DefaultValue("20") int pageSize) {
        return answers.list(Audit.PLATFORM, wanted.filter(), cursor, pageSize);
    }

    /** Walks the whole trail. */
    @GET
    @Path("audit-verification")
    public AuditVerdict verify(@QueryParam("number") @Nullable Long number, @QueryParam("seal") @Nullable String seal) {
        return answers.verify(Audit.PLATFORM, number, seal);
    }

    /** One event a line, in the order of the chain. */
    @GET
    @Path("audit-lines")
    @Produces("application/jsonl")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(mediaType = "application/jsonl", schema = @Schema(implementation = String.class)))
    public Response lines(@BeanParam TrailParameters wanted) {
        return answers.lines(Audit.PLATFORM, wanted.filter());
    }

    /** CSV, in the order of the chain; no cell is a formula. */
    @GET
    @Path("audit-table")
    @Produces("text/csv")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)))
    public Response table(@BeanParam TrailParameters wanted) {
        return answers.table(Audit.PLATFORM, wanted.filter());
    }
}
