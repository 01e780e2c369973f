package nl.plein.api.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.plein.api.problem.Refused;
import nl.plein.api.wire.Conditions;
import nl.plein.api.wire.Listing;
import nl.plein.cms.content.LookAfterEntry;
import nl.plein.cms.content.ReviewDesk;
import nl.plein.cms.content.Upkeep;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.people.Person;
import nl.plein.cms.people.Persons;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Who looks after a page, when somebody has to look at it again, and what lies on the caller's desk because of that. */
@Path("/manage/v1/sites/{site}")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class UpkeepResource {

    /** @param name of the owner */
    public record OwnerView(String person, String name) {

        static OwnerView of(Person person) {
            return new OwnerView(person.id().toString(), person.name());
        }
    }

    public record UpkeepView(@Nullable OwnerView owner, @Nullable LocalDate reviewOn) {}

    public record NewUpkeep(@Nullable String owner, @Nullable LocalDate reviewOn) {}

    /**
     * @param locale the site's first that the entry has: of title and path
     * @param why    {@code yours}, {@code owner-left} or {@code no-owner}
     */
    public record DeskLine(
            String entry,
            String type,
            String locale,
            String title,
            @Nullable String path,
            LocalDate reviewOn,
            @Nullable OwnerView owner,
            String why) {

        static DeskLine of(ReviewDesk.Due due) {
            return new DeskLine(
                    due.entry().toString(),
                    due.type(),
                    due.locale(),
                    due.title(),
                    due.path().isEmpty() ? null : due.path(),
                    due.reviewOn(),
                    due.owner().map(OwnerView::of).orElse(null),
                    due.why().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    @Inject
    Access access;

    @Inject
    LookAfterEntry lookAfterEntry;

    @Inject
    ReviewDesk desk;

    @Inject
    Persons persons;

    /** The answer's ETag is for the If-Match of a change. */
    @GET
    @Path("entries/{entry}/upkeep")
    @APIResponseSchema(value = UpkeepView.class, responseCode = "200")
    public Response get(@PathParam("site") SiteId site, @PathParam("entry") EntryId entry) {
        access.require(Permission.CONTENT_WRITE, site);
        return answer(desk.of(site, entry));
    }

    /** If-Match names what held, or is {@code *}. */
    @PUT
    @Path("entries/{entry}/upkeep")
    @APIResponseSchema(value = UpkeepView.class, responseCode = "200")
    public Response change(
            @PathParam("site") SiteId site,
            @PathParam("entry") EntryId entry,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            NewUpkeep wanted) {
        access.require(Permission.CONTENT_WRITE, site);
        Seen seen = Conditions.seen(ifMatch);
        Optional<PersonId> owner = Optional.ofNullable(wanted.owner()).map(PersonId::of);
        return answer(
                lookAfterEntry.perform(site, entry, new Upkeep(owner, Optional.ofNullable(wanted.reviewOn())), seen));
    }

    /** What is to be looked at again by the caller, the oldest date first. */
    @GET
    @Path("desk")
    public Listing<DeskLine> desk(
            @PathParam("site") SiteId site,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("pageSize") @DefaultValue("20") int pageSize) {
        access.require(Permission.CONTENT_WRITE, site);
        List<ReviewDesk.Due> found = desk.page(site, spot(cursor), Listing.oneMore(pageSize));
        return Listing.page(found, pageSize, last -> last.reviewOn() + "_" + last.entry(), DeskLine::of);
    }

    private static Optional<ReviewDesk.Spot> spot(@Nullable String cursor) {
        if (cursor == null) {
            return Optional.empty();
        }
        String[] parts = cursor.split("_", 2);
        try {
            return Optional.of(
                    new ReviewDesk.Spot(LocalDate.parse(parts[0]), UUID.fromString(parts[parts.length - 1])));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw Refused.query("cursor", "bad-cursor", "Give the cursor as \"next\" of the page before has it.");
        }
    }

    private Response answer(Upkeep upkeep) {
        var view = new UpkeepView(
                upkeep.owner().flatMap(persons::find).map(OwnerView::of).orElse(null),
                upkeep.reviewOn().orElse(null));
        return Response.ok(view).header("ETag", "\"" + upkeep.tag() + "\"").build();
    }
}
