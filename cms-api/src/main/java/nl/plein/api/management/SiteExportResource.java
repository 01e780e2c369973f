package nl.plein.api.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import nl.plein.cms.exchange.ExportSite;
import nl.plein.cms.exchange.SiteExports;
import nl.plein.cms.exchange.StartSiteExport;
import nl.plein.cms.jobs.Job;
import nl.plein.cms.jobs.JobId;
import nl.plein.cms.jobs.Jobs;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** A whole site as one file. */
@Path("/manage/v1/sites/{site}/exports")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class SiteExportResource {

    @Inject
    Once once;

    @Inject
    Access access;

    @Inject
    StartSiteExport startSiteExport;

    @Inject
    SiteExports exports;

    @Inject
    Jobs jobs;

    /** The job that writes it is found at the Location. */
    @POST
    @APIResponseSchema(value = JobResource.JobView.class, responseCode = "202")
    public Response start(@PathParam("site") SiteId site) {
        return once.act(() -> {
            JobId job = startSiteExport.perform(site);
            return Response.accepted(JobResource.JobView.of(jobs.get(job)))
                    .location(URI.create("/manage/v1/sites/" + site + "/jobs/" + job))
                    .build();
        });
    }

    /** The archive that the job has written, as long as it is kept. */
    @GET
    @Path("{job}/file")
    @Produces("application/zip")
    public Response file(@PathParam("site") SiteId site, @PathParam("job") String id) throws IOException {
        access.require(Permission.SITE_MANAGE, site);
        access.require(Permission.HISTORY_READ, site);
        Job job = jobs.get(site, JobId.of(id));
        java.nio.file.Path file = exports.find(site, job.id())
                .filter(found -> job.kind().equals(ExportSite.KIND))
                .orElseThrow(() -> new NotFound(
                        "export-gone",
                        "There is no file of this job: it is not done, or the file was kept long enough. Export the site"
                                + " again."));
        StreamingOutput body = out -> Files.copy(file, out);
        return Response.ok(body)
                .header("Content-Length", Files.size(file))
                .header("Content-Disposition", "attachment; filename=\"" + site + ".zip\"")
                .build();
    }
}
