package nl.plein.api.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import nl.plein.cms.jobs.Job;
import nl.plein.cms.jobs.JobId;
import nl.plein.cms.jobs.Jobs;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.remodel.CarryTexts;

/** How far texts are carried over into the fields of a changed type. It can't be stopped half-way. */
@Path("/manage/v1/agencies/{agency}/migrations")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class MigrationResource {

    @Inject
    Access access;

    @Inject
    Jobs jobs;

    @GET
    @Path("{migration}")
    public JobResource.JobView get(@PathParam("agency") AgencyId agency, @PathParam("migration") String migration) {
        access.require(Permission.MODEL_MANAGE, agency);
        Job job = jobs.get(agency, JobId.of(migration));
        if (!job.kind().equals(CarryTexts.KIND)) {
            throw new NotFound("unknown-job", "There is no job with this id here.");
        }
        return JobResource.JobView.whole(job);
    }
}
