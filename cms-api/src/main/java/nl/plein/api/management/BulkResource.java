package nl.plein.api.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.plein.api.wire.Listing;
import nl.plein.cms.bulk.BulkAct;
import nl.plein.cms.bulk.BulkChanges;
import nl.plein.cms.bulk.BulkRef;
import nl.plein.cms.bulk.BulkWish;
import nl.plein.cms.bulk.ItemOutcome;
import nl.plein.cms.bulk.ItemRef;
import nl.plein.cms.bulk.Selection;
import nl.plein.cms.bulk.StartBulk;
import nl.plein.cms.content.EntryLists;
import nl.plein.cms.jobs.Job;
import nl.plein.cms.jobs.JobId;
import nl.plein.cms.jobs.Jobs;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The same change to many entries, as a job that can be undone. */
@Path("/manage/v1/sites/{site}/bulk-changes")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class BulkResource {

    /**
     * A list of management. What is left out does not narrow it.
     *
     * @param place {@code site}, unless it is {@code archive} or {@code trash}
     * @param title words that must stand in the title
     * @param state {@code unpublished}, {@code published} or {@code changed}
     */
    public record BulkFilter(
            @Nullable String place,
            @Nullable String type,
            @Nullable String locale,
            @Nullable String parent,
            @Nullable String title,
            @Nullable String state,
            @Nullable String writer) {

        private static final ListWords WORDS = new ListWords(Invalid::new);

        EntryLists.Wanted wanted() {
            return new EntryLists.Wanted(
                    place == null ? EntryLists.Place.SITE : WORDS.place(place),
                    Optional.ofNullable(type),
                    Optional.ofNullable(locale),
                    Optional.ofNullable(parent).map(EntryId::of),
                    Optional.ofNullable(title),
                    Optional.ofNullable(state).map(WORDS::shown),
                    Optional.ofNullable(writer).map(PersonId::of),
                    EntryLists.Order.NEWEST,
                    EntryLists.LARGEST_PAGE,
                    Optional.empty());
        }
    }

    /**
     * @param entries  ids; with them or instead of them a {@code filter}
     * @param locale   of the translations that are meant, where entries are named; all unless told
     * @param audience with {@code audience}
     * @param field    with {@code add-reference} and {@code remove-reference}, and {@code target} likewise
     */
    public record NewBulkChange(
            String act,
            @Nullable List<String> entries,
            @Nullable BulkFilter filter,
            @Nullable String locale,
            @Nullable String audience,
            @Nullable String field,
            @Nullable String target) {

        BulkWish wish() {
            return new BulkWish(
                    BulkAct.of(act),
                    Optional.ofNullable(audience).map(Audience::of),
                    Optional.ofNullable(field),
                    Optional.ofNullable(target).map(EntryId::of));
        }

        Selection selection() {
            return new Selection(
                    entries == null
                            ? List.of()
                            : entries.stream()
                                    .map(id -> EntryId.of(String.valueOf(id)))
                                    .toList(),
                    Optional.ofNullable(filter).map(BulkFilter::wanted),
                    Optional.ofNullable(locale));
        }
    }

    /**
     * @param undoes the change that is brought back
     * @param state  of its job
     */
    public record BulkView(
            String id,
            String act,
            @Nullable String undoes,
            String state,
            int total,
            int waiting,
            int changed,
            int unchanged,
            int refused,
            Instant createdAt,
            @Nullable Instant endedAt) {

        static BulkView of(BulkRef change, Job job, Map<ItemOutcome, Integer> counts) {
            return new BulkView(
                    change.id().toString(),
                    change.wish().act().key(),
                    change.undoes().map(JobId::toString).orElse(null),
                    job.state().name().toLowerCase(Locale.ROOT),
                    change.total(),
                    counts.getOrDefault(ItemOutcome.WAITING, 0),
                    counts.getOrDefault(ItemOutcome.CHANGED, 0),
                    counts.getOrDefault(ItemOutcome.UNCHANGED, 0),
                    counts.getOrDefault(ItemOutcome.REFUSED, 0),
                    change.createdAt(),
                    job.ended().orElse(null));
        }
    }

    /**
     * @param locale absent if the whole entry is meant
     * @param code   why it was refused
     */
    public record BulkItemView(
            int number,
            String entry,
            @Nullable String locale,
            String outcome,
            @Nullable String code,
            @Nullable String detail) {

        static BulkItemView of(ItemRef item) {
            return new BulkItemView(
                    item.number(),
                    item.entry().toString(),
                    item.locale().isEmpty() ? null : item.locale(),
                    item.outcome().key(),
                    item.code().isEmpty() ? null : item.code(),
                    item.sentence().isEmpty() ? null : item.sentence());
        }
    }

    @Inject
    Once once;

    @Inject
    Access access;

    @Inject
    StartBulk startBulk;

    @Inject
    BulkChanges changes;

    @Inject
    Jobs jobs;

    /** For each item the job asks whether the caller may. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(value = BulkView.class, responseCode = "202")
    public Response start(@PathParam("site") SiteId site, NewBulkChange wanted) {
        access.require(Permission.CONTENT_WRITE, site);
        return once.act(() -> accepted(site, startBulk.perform(site, wanted.wish(), wanted.selection())));
    }

    @GET
    @Path("{job}")
    public BulkView get(@PathParam("site") SiteId site, @PathParam("job") String job) {
        access.require(Permission.CONTENT_WRITE, site);
        return view(site, JobId.of(job));
    }

    /** In the order of the selection. */
    @GET
    @Path("{job}/items")
    public Listing<BulkItemView> items(
            @PathParam("site") SiteId site,
            @PathParam("job") String job,
            @QueryParam("outcome") @Nullable String outcome,
            @QueryParam("cursor") @DefaultValue("0") int after,
            @QueryParam("pageSize") @DefaultValue("20") int pageSize) {
        access.require(Permission.CONTENT_WRITE, site);
        List<ItemRef> found = changes.items(
                site,
                JobId.of(job),
                Optional.ofNullable(outcome).map(ItemOutcome::of),
                after,
                Listing.oneMore(pageSize));
        return Listing.page(found, pageSize, last -> Integer.toString(last.number()), BulkItemView::of);
    }

    /** Brings back what the job changed and nobody has changed since. */
    @POST
    @Path("{job}/undoings")
    @APIResponseSchema(value = BulkView.class, responseCode = "202")
    public Response undo(@PathParam("site") SiteId site, @PathParam("job") String job) {
        access.require(Permission.CONTENT_WRITE, site);
        return once.act(() -> accepted(site, startBulk.undo(site, JobId.of(job))));
    }

    private Response accepted(SiteId site, JobId job) {
        return Response.accepted(view(site, job))
                .location(URI.create("/manage/v1/sites/" + site + "/bulk-changes/" + job))
                .build();
    }

    private BulkView view(SiteId site, JobId id) {
        return BulkView.of(changes.get(site, id), jobs.get(site, id), changes.counts(id));
    }
}
