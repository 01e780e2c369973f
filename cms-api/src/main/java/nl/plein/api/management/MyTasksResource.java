package nl.plein.api.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import nl.plein.api.problem.Refused;
import nl.plein.api.wire.Listing;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.people.Calling;
import nl.plein.cms.tasks.MyTasks;
import nl.plein.cms.tasks.MyTasks.Spot;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What waits for the caller, on all sites that they work on. */
@Path("/manage/v1")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class MyTasksResource {

    /**
     * @param assigned to the caller
     * @param open     nobody is assigned, and the caller may
     * @param overdue  of both, those whose deadline is over
     */
    @Schema(name = "TaskCounts")
    public record TaskCountsView(long assigned, long open, long overdue) {}

    @Inject
    Calling calling;

    @Inject
    MyTasks myTasks;

    @Inject
    Clock clock;

    /** The nearest deadline first, those without one last. */
    @GET
    @Path("tasks")
    public Listing<TaskView> list(
            @QueryParam("assigned") @Nullable Boolean assigned,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("pageSize") @DefaultValue("20") int pageSize) {
        var found = myTasks.page(me(), Optional.ofNullable(assigned), spot(cursor), Listing.oneMore(pageSize));
        return Listing.page(
                found,
                pageSize,
                last -> Spot.of(last).due() + "_" + Spot.of(last).id(),
                task -> TaskView.of(task, clock));
    }

    @GET
    @Path("task-counts")
    public TaskCountsView counts() {
        MyTasks.Counts counts = myTasks.counts(me());
        return new TaskCountsView(counts.assigned(), counts.open(), counts.overdue());
    }

    private PersonId me() {
        return calling.current()
                .person()
                .orElseThrow(() -> Refused.unauthenticated("missing-token", "Only a person has tasks."));
    }

    private static Optional<Spot> spot(@Nullable String cursor) {
        if (cursor == null) {
            return Optional.empty();
        }
        String[] parts = cursor.split("_", 2);
        try {
            return Optional.of(new Spot(Long.parseLong(parts[0]), UUID.fromString(parts[parts.length - 1])));
        } catch (IllegalArgumentException e) {
            throw Refused.query("cursor", "bad-cursor", "Give the cursor as \"next\" of the page before has it.");
        }
    }
}
