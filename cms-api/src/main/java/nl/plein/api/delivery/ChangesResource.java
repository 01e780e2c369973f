package nl.plein.api.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.atomic.AtomicLong;
import nl.plein.api.problem.Refused;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.kernel.Stale;
import nl.plein.cms.publishing.ChangeFeed;
import nl.plein.cms.publishing.ChangePage;
import org.jspecify.annotations.Nullable;

/** What differs between two versions of a site. */
@Path("/delivery/v1/sites/{site}/changes")
@ApplicationScoped
public class ChangesResource {

    @Inject
    SiteDoor door;

    @Inject
    ChangeFeed feed;

    @Inject
    ChangesJson changesJson;

    @Inject
    Answers answers;

    /**
     * @param after  the version that the reader has; 0 for nothing
     * @param until  the version to arrive at; the newest unless named
     * @param cursor from the page before; it also fixes {@code after} and {@code until}
     */
    @GET
    public Response changes(
            @Context HttpServletRequest request,
            @PathParam("site") SiteId site,
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("until") @Nullable Long until,
            @QueryParam("pageSize") @DefaultValue("500") int pageSize,
            @QueryParam("cursor") @Nullable String cursor) {
        SiteDoor.Visit visit = door.enter(request, site);
        long newest = visit.moment().version();
        var reached = new AtomicLong(until == null ? newest : until);
        Response answer = answers.of(request, visit.viewer(), newest, () -> {
            ChangePage page = read(visit, after, until, cursor, pageSize);
            reached.set(page.until());
            return changesJson.of(visit.site(), visit.viewer(), page);
        });
        return Answers.speakingOf(answer, reached.get());
    }

    private ChangePage read(
            SiteDoor.Visit visit, long after, @Nullable Long until, @Nullable String cursor, int pageSize) {
        try {
            return feed.read(visit.site().id(), after, until, visit.viewer(), cursor, pageSize);
        } catch (Stale stale) {
            throw new Refused(410, stale.code(), stale.message());
        }
    }
}
