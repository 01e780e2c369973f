package nl.plein.api.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.plein.api.problem.Refused;
import nl.plein.api.wire.Conditions;
import nl.plein.api.wire.Listing;
import nl.plein.cms.content.ArchiveEntry;
import nl.plein.cms.content.CopyEntry;
import nl.plein.cms.content.CreateEntry;
import nl.plein.cms.content.DeleteEntry;
import nl.plein.cms.content.Entries;
import nl.plein.cms.content.EntryLists;
import nl.plein.cms.content.EntryRef;
import nl.plein.cms.content.NewEntry;
import nl.plein.cms.content.RestoreEntry;
import nl.plein.cms.content.TranslationRef;
import nl.plein.cms.content.Written;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Entries and what is known of them; their words are in {@link DraftResource}. */
@Path("/manage/v1/sites/{site}/entries")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class EntryResource {

    /**
     * @param fields  the payload of the first draft
     * @param slug    the last part of its path; made from the title unless given
     * @param path    an explicit path without the locale's prefix, instead of what the type says
     * @param parent  the entry whose page its page lies under
     * @param ifTaken {@code refuse} (unless given) or {@code add-number}: what to do if another page has the path
     */
    @Schema(name = "NewEntry")
    public record NewEntryBody(
            String type,
            String locale,
            @Schema(ref = "Fields") JsonNode fields,
            @Nullable String slug,
            @Nullable String path,
            @Nullable String parent,
            @Nullable String audience,
            @Nullable String ifTaken) {

        NewEntry entry() {
            NewEntry entry = NewEntry.of(type, locale, fields);
            entry = slug == null ? entry : entry.withSlug(slug);
            entry = path == null ? entry : entry.at(path);
            entry = parent == null ? entry : entry.under(EntryId.of(parent));
            entry = audience == null ? entry : entry.forAudience(Audience.of(audience));
            return "add-number".equals(ifTaken) ? entry.numberedIfTaken() : entry;
        }
    }

    /** Where a draft was saved, and as which revision. */
    public record SavedView(String entry, String locale, String revision, String path) {

        static SavedView of(Written.Saved saved) {
            return new SavedView(
                    saved.key().entry().toString(),
                    saved.key().locale(),
                    saved.revision().toString(),
                    saved.path());
        }
    }

    /**
     * @param revision          the newest: the draft
     * @param publishedRevision what visitors see; absent if they see none
     */
    public record TranslationView(
            String locale,
            String title,
            String slug,
            String path,
            String revision,
            @Nullable String publishedRevision,
            Instant updatedAt) {

        static TranslationView of(TranslationRef translation) {
            return new TranslationView(
                    translation.locale(),
                    translation.title(),
                    translation.slug(),
                    translation.path(),
                    translation.head().toString(),
                    translation.publishedRevision().map(Object::toString).orElse(null),
                    translation.updatedAt());
        }
    }

    /**
     * An entry in all its locales.
     *
     * @param deletedAt  when it went to the trash
     * @param archivedAt when it was laid aside because its time was over; publishing it takes it back
     */
    public record EntryView(
            String id,
            String type,
            String audience,
            @Nullable String parent,
            Instant createdAt,
            @Nullable Instant deletedAt,
            @Nullable Instant archivedAt,
            List<TranslationView> translations) {

        static EntryView of(EntryRef entry) {
            return new EntryView(
                    entry.id().toString(),
                    entry.type(),
                    entry.audience().value(),
                    entry.parent().map(EntryId::toString).orElse(null),
                    entry.createdAt(),
                    entry.deletedAt().orElse(null),
                    entry.archivedAt().orElse(null),
                    entry.translations().stream().map(TranslationView::of).toList());
        }
    }

    /** @param archived whether it is to lie aside */
    public record NewArchived(boolean archived) {}

    /** A translation in a list. */
    public record EntryLine(String id, String type, String audience, long under, TranslationView translation) {

        static EntryLine of(EntryLists.Row row) {
            return new EntryLine(
                    row.translation().entry().toString(),
                    row.type(),
                    row.audience().value(),
                    row.under(),
                    TranslationView.of(row.translation()));
        }
    }

    /** Which translations are wanted. */
    public static class Wanted {
        @QueryParam("type")
        @Nullable
        String type;

        @QueryParam("locale")
        @Nullable
        String locale;

        @QueryParam("parent")
        @Nullable
        String parent;

        @QueryParam("title")
        @Nullable
        String title;

        @QueryParam("place")
        @DefaultValue("site")
        String place = "site";

        @QueryParam("state")
        @Nullable
        String state;

        @QueryParam("writer")
        @Nullable
        String writer;

        @QueryParam("sort")
        @DefaultValue("-updatedAt")
        String sort = "-updatedAt";

        @QueryParam("pageSize")
        @DefaultValue("50")
        int pageSize;

        @QueryParam("cursor")
        @Nullable
        String cursor;

        EntryLists.Wanted wanted() {
            return new EntryLists.Wanted(
                    words("place").place(place),
                    Optional.ofNullable(type),
                    Optional.ofNullable(locale),
                    Optional.ofNullable(parent).map(id -> id.isEmpty() ? EntryLists.Wanted.NO_PARENT : EntryId.of(id)),
                    Optional.ofNullable(title),
                    Optional.ofNullable(state).map(words("state")::shown),
                    Optional.ofNullable(writer).map(PersonId::of),
                    words("sort").order(sort),
                    pageSize,
                    Optional.ofNullable(cursor));
        }

        private static ListWords words(String parameter) {
            return new ListWords((code, sentence) -> Refused.query(parameter, code, sentence));
        }
    }

    @Inject
    Once once;

    @Inject
    Access access;

    @Inject
    EntryLists lists;

    @Inject
    Entries entries;

    @Inject
    CreateEntry createEntry;

    @Inject
    CopyEntry copyEntry;

    @Inject
    ArchiveEntry archiveEntry;

    @Inject
    DeleteEntry deleteEntry;

    @Inject
    RestoreEntry restoreEntry;

    @GET
    public Listing<EntryLine> list(@PathParam("site") SiteId site, @BeanParam Wanted wanted) {
        access.require(Permission.CONTENT_WRITE, site);
        EntryLists.Page page = lists.list(site, wanted.wanted());
        return new Listing<>(
                page.rows().stream().map(EntryLine::of).toList(),
                new Listing.Page(page.next().orElse(null)),
                null);
    }

    @POST
    @APIResponseSchema(value = SavedView.class, responseCode = "201")
    public Response create(@PathParam("site") SiteId site, NewEntryBody wanted) {
        access.require(Permission.CONTENT_WRITE, site);
        return once.act(() -> {
            Written.Saved saved = createEntry.perform(site, wanted.entry());
            return Response.created(URI.create("/manage/v1/sites/" + site + "/entries/"
                            + saved.key().entry()))
                    .entity(SavedView.of(saved))
                    .build();
        });
    }

    /** The answer's ETag is for the If-Match of a deletion, a move or an erasure. */
    @GET
    @Path("{entry}")
    @APIResponseSchema(value = EntryView.class, responseCode = "200")
    public Response get(@PathParam("site") SiteId site, @PathParam("entry") EntryId id) {
        access.require(Permission.CONTENT_WRITE, site);
        EntryRef entry = entries.get(site, id);
        return Response.ok(EntryView.of(entry))
                .header("ETag", "\"" + entry.tag() + "\"")
                .build();
    }

    /** A new entry with the drafts of this one, in all its locales. */
    @POST
    @Path("{entry}/copies")
    @APIResponseSchema(value = EntryView.class, responseCode = "201")
    public Response copy(@PathParam("site") SiteId site, @PathParam("entry") EntryId id) {
        access.require(Permission.CONTENT_WRITE, site);
        return once.act(() -> {
            EntryRef copy = copyEntry.perform(site, id);
            return Response.created(URI.create("/manage/v1/sites/" + site + "/entries/" + copy.id()))
                    .entity(EntryView.of(copy))
                    .build();
        });
    }

    /** Lays it aside, or takes it back. If-Match names the entry, or is {@code *}. */
    @PUT
    @Path("{entry}/archived")
    public EntryView archive(
            @PathParam("site") SiteId site,
            @PathParam("entry") EntryId id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            NewArchived wanted) {
        access.require(Permission.CONTENT_WRITE, site);
        return EntryView.of(archiveEntry.perform(site, id, wanted.archived(), Conditions.seen(ifMatch)));
    }

    /** Puts it into the trash; what visitors see must be unpublished first. */
    @DELETE
    @Path("{entry}")
    public void delete(
            @PathParam("site") SiteId site,
            @PathParam("entry") EntryId id,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        access.require(Permission.CONTENT_WRITE, site);
        deleteEntry.perform(site, id, Conditions.seen(ifMatch));
    }

    /** Takes it back from the trash, as a draft; answers with the pages whose path is another one now. */
    @POST
    @Path("{entry}/restorations")
    public Response restore(
            @PathParam("site") SiteId site,
            @PathParam("entry") EntryId id,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        access.require(Permission.CONTENT_WRITE, site);
        Seen seen = Conditions.seen(ifMatch);
        return once.act(() -> Response.ok(Listing.whole(restoreEntry.perform(site, id, seen).stream()
                        .map(DraftResource.MovedView::of)
                        .toList()))
                .build());
    }
}
