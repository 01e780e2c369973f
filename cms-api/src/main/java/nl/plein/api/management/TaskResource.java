package nl.plein.api.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import nl.plein.api.wire.Conditions;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.tasks.AssignTask;
import nl.plein.cms.tasks.OpenTask;
import nl.plein.cms.tasks.ReadTask;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Who has to bring a translation further, and until when. */
@Path("/manage/v1/sites/{site}/entries/{entry}/translations/{locale}/task")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class TaskResource {

    /**
     * @param assignee a person; absent for all who may make one of the steps
     * @param deadline as the site's clock shows it, or with an offset; absent for none
     */
    public record NewAssignment(@Nullable String assignee, @Nullable String deadline) {}

    @Inject
    Access access;

    @Inject
    ReadTask readTask;

    @Inject
    AssignTask assignTask;

    @Inject
    Clock clock;

    /** The answer's ETag is for the If-Match of a change. */
    @GET
    @APIResponseSchema(TaskView.class)
    public Response get(
            @PathParam("site") SiteId site, @PathParam("entry") EntryId entry, @PathParam("locale") String locale) {
        access.require(Permission.CONTENT_WRITE, site);
        return tagged(readTask.perform(site, new TranslationKey(entry, locale)));
    }

    /** If-Match names the task, or is {@code *}. */
    @PUT
    @APIResponseSchema(TaskView.class)
    public Response assign(
            @PathParam("site") SiteId site,
            @PathParam("entry") EntryId entry,
            @PathParam("locale") String locale,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            NewAssignment wanted) {
        access.require(Permission.CONTENT_WRITE, site);
        Seen seen = Conditions.seen(ifMatch);
        return tagged(assignTask.perform(
                site,
                new TranslationKey(entry, locale),
                Optional.ofNullable(wanted.assignee()).map(PersonId::of),
                Optional.ofNullable(wanted.deadline()),
                seen));
    }

    private Response tagged(OpenTask task) {
        return Response.ok(TaskView.of(task, clock))
                .header("ETag", "\"" + task.task().tag() + "\"")
                .build();
    }
}
