package nl.plein.api.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import nl.plein.api.wire.Listing;
import nl.plein.cms.jobs.Job;
import nl.plein.cms.jobs.JobId;
import nl.plein.cms.jobs.Jobs;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Long work of a site: imports, exports, bulk changes. */
@Path("/manage/v1/sites/{site}/jobs")
@ApplicationScoped
public class JobResource {

    /**
     * @param state {@code waiting}, {@code running}, {@code done}, {@code failed} or {@code cancelled}
     * @param total 0 while unknown
     */
    public record JobView(
            String id,
            String kind,
            String state,
            long done,
            long total,
            Instant createdAt,
            @Nullable Instant endedAt,
            @Nullable String failure,
            @Nullable List<String> log,
            @Nullable JsonNode report) {

        static JobView of(Job job) {
            return view(job, null, null);
        }

        static JobView whole(Job job) {
            return view(job, job.log().lines().toList(), job.report().orElse(null));
        }

        private static JobView view(Job job, @Nullable List<String> log, @Nullable JsonNode report) {
            return new JobView(
                    job.id().toString(),
                    job.kind(),
                    job.state().name().toLowerCase(Locale.ROOT),
                    job.done(),
                    job.total(),
                    job.created(),
                    job.ended().orElse(null),
                    job.failure().orElse(null),
                    log,
                    report);
        }
    }

    @Inject
    Access access;

    @Inject
    Jobs jobs;

    /** Newest first. */
    @GET
    public Listing<JobView> list(
            @PathParam("site") SiteId site,
            @QueryParam("cursor") @Nullable String before,
            @QueryParam("pageSize") @DefaultValue("20") int pageSize) {
        access.require(Permission.CONTENT_WRITE, site);
        List<Job> found = jobs.page(site, Listing.idIn(before).map(JobId::new), Listing.oneMore(pageSize));
        return Listing.page(found, pageSize, last -> last.id().toString(), JobView::of);
    }

    @GET
    @Path("{job}")
    public JobView get(@PathParam("site") SiteId site, @PathParam("job") String job) {
        access.require(Permission.CONTENT_WRITE, site);
        return JobView.whole(jobs.get(site, JobId.of(job)));
    }

    /** Asks it to stop; one that has ended stays as it is. */
    @DELETE
    @Path("{job}")
    public void cancel(@PathParam("site") SiteId site, @PathParam("job") String job) {
        access.require(Permission.CONTENT_WRITE, site);
        jobs.cancel(jobs.get(site, JobId.of(job)).id());
    }
}
