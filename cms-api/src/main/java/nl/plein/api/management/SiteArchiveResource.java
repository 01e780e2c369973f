package nl.plein.api.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import nl.plein.api.wire.BoundedStream;
import nl.plein.cms.exchange.StartSiteImport;
import nl.plein.cms.jobs.JobId;
import nl.plein.cms.jobs.Jobs;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.media.BlobStore;
import nl.plein.cms.media.UploadGate;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Sites that come as an archive: it goes in, a job of the agency comes out. */
@Path("/manage/v1/agencies/{agency}/site-archives")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class SiteArchiveResource {

    @Inject
    Once once;

    @Inject
    Access access;

    @Inject
    BlobStore blobs;

    @Inject
    UploadGate uploads;

    @Inject
    StartSiteImport startSiteImport;

    @Inject
    Jobs jobs;

    /**
     * @param id   of the site here; the archive's own unless given
     * @param name of the site here; the archive's own unless given
     */
    @POST
    @Consumes("application/zip")
    @APIResponseSchema(value = JobResource.JobView.class, responseCode = "202")
    public Response start(
            @PathParam("agency") AgencyId agency,
            @QueryParam("id") @Nullable String id,
            @QueryParam("name") @Nullable String name,
            InputStream archive) {
        access.require(Permission.AGENCY_MANAGE, agency);
        Optional<SiteId> site = Optional.ofNullable(id).map(SiteId::of);
        return uploads.through(() -> {
            BlobStore.Stored stored = blobs.put(new BoundedStream(archive, StartSiteImport.LARGEST));
            return once.act(stored.sha256(), () -> {
                JobId job = startSiteImport.perform(agency, stored, site, Optional.ofNullable(name));
                return Response.accepted(JobResource.JobView.of(jobs.get(job)))
                        .location(URI.create("/manage/v1/agencies/" + agency + "/site-archives/" + job))
                        .build();
            });
        });
    }

    @GET
    @Path("{job}")
    public JobResource.JobView get(@PathParam("agency") AgencyId agency, @PathParam("job") String job) {
        access.require(Permission.AGENCY_MANAGE, agency);
        return JobResource.JobView.whole(jobs.get(agency, JobId.of(job)));
    }

    /** Asks it to stop; one that has ended stays as it is. */
    @DELETE
    @Path("{job}")
    public void cancel(@PathParam("agency") AgencyId agency, @PathParam("job") String job) {
        access.require(Permission.AGENCY_MANAGE, agency);
        jobs.cancel(jobs.get(agency, JobId.of(job)).id());
    }
}
