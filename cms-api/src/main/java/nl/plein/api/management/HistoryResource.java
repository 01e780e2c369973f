package nl.plein.api.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.plein.api.management.DraftResource.RevisionView;
import nl.plein.api.problem.Refused;
import nl.plein.api.wire.Conditions;
import nl.plein.api.wire.Listing;
import nl.plein.cms.content.CompareRevisions;
import nl.plein.cms.content.FieldChange;
import nl.plein.cms.content.NameRevision;
import nl.plein.cms.content.RestoreRevision;
import nl.plein.cms.content.Saved;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.content.Translations;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.RevisionId;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.people.Person;
import nl.plein.cms.people.Persons;
import nl.plein.cms.publishing.PutBackPage;
import nl.plein.cms.publishing.WhenShown;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a translation said before: its revisions, what changed between two of them, and ways back. */
@Path("/manage/v1/sites/{site}/entries/{entry}/translations/{locale}")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class HistoryResource {

    /** @param name empty to take it away */
    public record NewName(String name) {}

    /**
     * A place in which two revisions differ.
     *
     * @param kind   {@code added}, {@code removed}, {@code changed} or, of a block, {@code moved}
     * @param from   absent where it was not there
     * @param to     absent where it is no more
     * @param marked of texts: HTML with {@code ins} and {@code del}
     */
    public record ChangeView(
            String field, String kind, @Nullable JsonNode from, @Nullable JsonNode to, @Nullable String marked) {

        static ChangeView of(FieldChange change) {
            return new ChangeView(
                    change.field(),
                    change.kind().name().toLowerCase(Locale.ROOT),
                    change.from(),
                    change.to(),
                    change.marked().orElse(null));
        }
    }

    /** @param changes in the order of the type's fields; none if both say the same */
    @Schema(name = "Comparison")
    public record ComparisonView(String from, String to, List<ChangeView> changes) {}

    @Inject
    Once once;

    @Inject
    Access access;

    @Inject
    Translations translations;

    @Inject
    CompareRevisions compareRevisions;

    @Inject
    NameRevision nameRevision;

    @Inject
    RestoreRevision restoreRevision;

    @Inject
    PutBackPage putBackPage;

    @Inject
    WhenShown whenShown;

    @Inject
    Persons persons;

    /** Newest first, without their fields. */
    @GET
    @Path("revisions")
    public Listing<RevisionView> history(
            @PathParam("site") SiteId site,
            @PathParam("entry") EntryId entry,
            @PathParam("locale") String locale,
            @QueryParam("cursor") @DefaultValue("2147483647") int before,
            @QueryParam("pageSize") @DefaultValue("20") int pageSize) {
        access.require(Permission.CONTENT_WRITE, site);
        List<Saved> found =
                translations.history(site, new TranslationKey(entry, locale), before, Listing.oneMore(pageSize));
        Map<RevisionId, List<WhenShown.Time>> shown = whenShown.of(
                site,
                new TranslationKey(entry, locale),
                found.stream().map(Saved::id).collect(Collectors.toSet()));
        Map<PersonId, Optional<Person>> known = new HashMap<>();
        return Listing.page(
                found,
                pageSize,
                last -> Integer.toString(last.number()),
                saved -> RevisionView.line(
                        saved,
                        saved.savedBy()
                                .flatMap(person -> known.computeIfAbsent(person, persons::find))
                                .map(Person::name),
                        shown.getOrDefault(saved.id(), List.of())));
    }

    @GET
    @Path("revisions/{revision}")
    public RevisionView revision(
            @PathParam("site") SiteId site,
            @PathParam("entry") EntryId entry,
            @PathParam("locale") String locale,
            @PathParam("revision") RevisionId revision) {
        access.require(Permission.CONTENT_WRITE, site);
        return RevisionView.of(translations.revision(site, new TranslationKey(entry, locale), revision));
    }

    /** What this revision says otherwise than another one: the one that it was based on, unless told. */
    @GET
    @Path("revisions/{revision}/comparison")
    public ComparisonView compare(
            @PathParam("site") SiteId site,
            @PathParam("entry") EntryId entry,
            @PathParam("locale") String locale,
            @PathParam("revision") RevisionId revision,
            @QueryParam("with") @Nullable RevisionId with) {
        access.require(Permission.CONTENT_WRITE, site);
        TranslationKey key = new TranslationKey(entry, locale);
        RevisionId other = with != null ? with : before(translations.revision(site, key, revision));
        return new ComparisonView(
                other.toString(),
                revision.toString(),
                compareRevisions.perform(site, key, other, revision).stream()
                        .map(ChangeView::of)
                        .toList());
    }

    private static RevisionId before(Saved revision) {
        return revision.basedOn()
                .orElseThrow(() -> Refused.query(
                        "with", "nothing-before", "This is the first revision: name the one to compare it with."));
    }

    @PUT
    @Path("revisions/{revision}/name")
    public RevisionView name(
            @PathParam("site") SiteId site,
            @PathParam("entry") EntryId entry,
            @PathParam("locale") String locale,
            @PathParam("revision") RevisionId revision,
            NewName wanted) {
        access.require(Permission.CONTENT_WRITE, site);
        return RevisionView.line(
                nameRevision.perform(site, new TranslationKey(entry, locale), revision, wanted.name()));
    }

    /** Makes it the draft again. If-Match names the draft of now, or is {@code *}. */
    @POST
    @Path("revisions/{revision}/restorations")
    @APIResponseSchema(value = RevisionView.class, responseCode = "200")
    public Response restore(
            @PathParam("site") SiteId site,
            @PathParam("entry") EntryId entry,
            @PathParam("locale") String locale,
            @PathParam("revision") RevisionId revision,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        access.require(Permission.CONTENT_WRITE, site);
        Seen seen = Conditions.seen(ifMatch);
        return once.act(() ->
                DraftResource.answer(restoreRevision.perform(site, new TranslationKey(entry, locale), revision, seen)));
    }

    /** Shows visitors what the page said before. If-Match names the revision that they see now, or is {@code *}. */
    @POST
    @Path("put-backs")
    @APIResponseSchema(value = ReceiptResource.ReceiptView.class, responseCode = "200")
    public Response putBack(
            @PathParam("site") SiteId site,
            @PathParam("entry") EntryId entry,
            @PathParam("locale") String locale,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        access.require(Permission.CONTENT_PUBLISH, site);
        Seen seen = Conditions.seen(ifMatch);
        return once.version(() -> putBackPage.perform(site, new TranslationKey(entry, locale), seen));
    }
}
