package nl.plein.api.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import nl.plein.cms.exchange.DuplicateSite;
import nl.plein.cms.jobs.JobId;
import nl.plein.cms.jobs.Jobs;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.Hostname;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Copies of a site, within its agency. */
@Path("/manage/v1/sites/{site}/duplicates")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class DuplicateResource {

    /**
     * @param id    of the new site
     * @param name  in its default locale
     * @param hosts hostnames, the canonical one first
     */
    public record NewDuplicate(String id, String name, @Nullable List<String> hosts) {}

    @Inject
    Once once;

    @Inject
    DuplicateSite duplicateSite;

    @Inject
    Jobs jobs;

    /** Founds the copy at once; the job that fills it is found at the Location. */
    @POST
    @APIResponseSchema(value = JobResource.JobView.class, responseCode = "202")
    public Response duplicate(@PathParam("site") SiteId source, NewDuplicate wanted) {
        SiteId id = SiteId.of(wanted.id());
        List<Hostname> hosts = wanted.hosts() == null
                ? List.of()
                : wanted.hosts().stream().map(Hostname::of).toList();
        return once.act(() -> {
            JobId job = duplicateSite.perform(source, id, wanted.name(), hosts);
            return Response.accepted(JobResource.JobView.of(jobs.get(job)))
                    .location(URI.create("/manage/v1/sites/" + id + "/jobs/" + job))
                    .build();
        });
    }
}
