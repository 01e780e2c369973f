package nl.plein.api.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import nl.plein.api.wire.Conditions;
import nl.plein.api.wire.Listing;
import nl.plein.cms.content.AddTranslation;
import nl.plein.cms.content.KeptDraft;
import nl.plein.cms.content.KeptDrafts;
import nl.plein.cms.content.MoveEntry;
import nl.plein.cms.content.NewEntry;
import nl.plein.cms.content.SaveDraft;
import nl.plein.cms.content.SaveTranslation;
import nl.plein.cms.content.Saved;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.content.Translations;
import nl.plein.cms.content.Written;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.RevisionId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.publishing.WhenShown;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The words of entries, locale by locale, and where their pages stand. */
@Path("/manage/v1/sites/{site}/entries/{entry}")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class DraftResource {

    /**
     * A saved state of a translation.
     *
     * @param name     that a person gave it
     * @param autosave present, and true, while it is an autosave that was neither shown nor named
     * @param model    the version of the agency's model whose fields these are
     * @param merged keys of fields that hold what others wrote; only after a save that was merged
     */
    public record RevisionView(
            String revision,
            int number,
            @Nullable String basedOn,
            Instant savedAt,
            @Nullable String savedBy,
            @Nullable String name,
            @Nullable Boolean autosave,
            long model,
            @Schema(ref = "Fields") @Nullable JsonNode fields,
            @Nullable List<String> merged,
            @Nullable String writer,
            @Nullable List<ShownTime> shown) {

        /** @param until absent while visitors see it */
        public record ShownTime(Instant from, @Nullable Instant until) {

            static ShownTime of(WhenShown.Time time) {
                return new ShownTime(time.from(), time.until().orElse(null));
            }
        }

        static RevisionView of(Saved saved) {
            return view(saved, saved.payload(), null, null);
        }

        static RevisionView line(Saved saved) {
            return view(saved, null, null, null);
        }

        /**
         * @param writer the name of who saved it
         * @param shown  when visitors saw it, oldest first
         */
        static RevisionView line(Saved saved, Optional<String> writer, List<WhenShown.Time> shown) {
            List<ShownTime> times = shown.stream().map(ShownTime::of).toList();
            return view(saved, null, writer.orElse(null), times.isEmpty() ? null : times);
        }

        private static RevisionView view(
                Saved saved, @Nullable JsonNode fields, @Nullable String writer, @Nullable List<ShownTime> shown) {
            return new RevisionView(
                    saved.id().toString(),
                    saved.number(),
                    saved.basedOn().map(Object::toString).orElse(null),
                    saved.savedAt(),
                    saved.savedBy().map(Object::toString).orElse(null),
                    saved.name().orElse(null),
                    saved.autosave() ? true : null,
                    saved.model(),
                    fields,
                    saved.merged().isEmpty() ? null : saved.merged(),
                    writer,
                    shown);
        }
    }

    /**
     * @param basedOn  the revision that the writer changed
     * @param autosave whether a program saves between two acts of its user
     * @param follows the revision of another translation that this one says the same as
     * @param model    of the draft that was read; with it, fields are understood though their type has changed since
     */
    public record NewDraft(
            @Nullable String basedOn,
            @Schema(ref = "Fields") JsonNode fields,
            @Nullable Boolean autosave,
            SourceResource.@Nullable NewSource follows,
            @Nullable Long model) {

        OptionalLong form() {
            return model == null ? OptionalLong.empty() : OptionalLong.of(model);
        }

        SaveDraft.By by() {
            return Boolean.TRUE.equals(autosave) ? SaveDraft.By.PROGRAM : SaveDraft.By.PERSON;
        }
    }

    /** What was written on a revision that is no more. */
    public record KeptDraftView(
            String kept,
            String basedOn,
            Instant savedAt,
            @Nullable String savedBy,
            @Schema(ref = "Fields") JsonNode fields) {

        static KeptDraftView of(KeptDraft kept) {
            return new KeptDraftView(
                    kept.id().toString(),
                    kept.basedOn().toString(),
                    kept.savedAt(),
                    kept.savedBy().map(Object::toString).orElse(null),
                    kept.payload());
        }
    }

    /** @param ifTaken {@code refuse} (unless given) or {@code add-number} */
    public record NewTranslation(
            String locale,
            @Schema(ref = "Fields") JsonNode fields,
            @Nullable String slug,
            @Nullable String path,
            @Nullable String ifTaken) {}

    /**
     * What is left out stays as it is.
     *
     * @param slugs  by locale
     * @param paths  by locale, without its prefix; empty to follow the type again
     * @param parent an entry; empty for none
     */
    public record NewPlace(
            @Nullable Map<String, String> slugs,
            @Nullable Map<String, String> paths,
            @Nullable String parent,
            @Nullable String audience) {

        MoveEntry.To to() {
            Map<String, Optional<String>> explicit = new HashMap<>();
            if (paths != null) {
                paths.forEach(
                        (locale, path) -> explicit.put(locale, Optional.of(path).filter(text -> !text.isEmpty())));
            }
            return new MoveEntry.To(
                    slugs == null ? Map.of() : slugs,
                    explicit,
                    Optional.ofNullable(parent).map(id -> Optional.of(id)
                            .filter(text -> !text.isEmpty())
                            .map(EntryId::of)),
                    Optional.ofNullable(audience).map(Audience::of));
        }
    }

    /** A page that has moved; visitors see it once it is published. */
    public record MovedView(String locale, String from, String to) {

        static MovedView of(MoveEntry.Moved moved) {
            return new MovedView(moved.translation().locale(), moved.from(), moved.to());
        }
    }

    @Inject
    Once once;

    @Inject
    Access access;

    @Inject
    Translations translations;

    @Inject
    SaveDraft saveDraft;

    @Inject
    SaveTranslation saveTranslation;

    @Inject
    AddTranslation addTranslation;

    @Inject
    KeptDrafts keptDrafts;

    @Inject
    MoveEntry moveEntry;

    @POST
    @Path("translations")
    @APIResponseSchema(value = EntryResource.SavedView.class, responseCode = "201")
    public Response translate(
            @PathParam("site") SiteId site, @PathParam("entry") EntryId entry, NewTranslation wanted) {
        access.require(Permission.CONTENT_WRITE, site);
        return once.act(() -> {
            Written.Saved saved = addTranslation.perform(
                    site,
                    entry,
                    new AddTranslation.Wanted(
                            wanted.locale(),
                            wanted.fields(),
                            Optional.ofNullable(wanted.slug()),
                            Optional.ofNullable(wanted.path()),
                            "add-number".equals(wanted.ifTaken())
                                    ? NewEntry.WhenTaken.ADD_NUMBER
                                    : NewEntry.WhenTaken.REFUSE));
            return Response.created(URI.create("/manage/v1/sites/" + site + "/entries/" + entry + "/translations/"
                            + saved.key().locale() + "/draft"))
                    .entity(EntryResource.SavedView.of(saved))
                    .build();
        });
    }

    /** The answer's ETag, the revision, is for the If-Match of a publication. */
    @GET
    @Path("translations/{locale}/draft")
    @APIResponseSchema(value = RevisionView.class, responseCode = "200")
    public Response draft(
            @PathParam("site") SiteId site, @PathParam("entry") EntryId entry, @PathParam("locale") String locale) {
        access.require(Permission.CONTENT_WRITE, site);
        return answer(translations.draft(site, new TranslationKey(entry, locale)));
    }

    /**
     * Saves all fields as the newest revision. If somebody else saved since {@code basedOn}, both are merged and the answer
     * has {@code merged}; 409 with base, mine, theirs and conflicts if both changed the same place.
     */
    @PUT
    @Path("translations/{locale}/draft")
    @APIResponseSchema(value = RevisionView.class, responseCode = "200")
    public Response save(
            @PathParam("site") SiteId site,
            @PathParam("entry") EntryId entry,
            @PathParam("locale") String locale,
            NewDraft draft) {
        access.require(Permission.CONTENT_WRITE, site);
        @Nullable RevisionId basedOn = draft.basedOn() == null ? null : RevisionId.of(draft.basedOn());
        TranslationKey key = new TranslationKey(entry, locale);
        SourceResource.NewSource source = draft.follows();
        return answer(
                source == null
                        ? saveDraft.perform(site, key, basedOn, draft.fields(), draft.by(), draft.form())
                        : saveTranslation.perform(
                                site,
                                key,
                                basedOn,
                                draft.fields(),
                                draft.by(),
                                draft.form(),
                                source.locale(),
                                RevisionId.of(source.revision())));
    }

    /** Newest first: what was sent on top of revisions that are no more, until somebody throws it away. */
    @GET
    @Path("translations/{locale}/kept-drafts")
    public Listing<KeptDraftView> kept(
            @PathParam("site") SiteId site, @PathParam("entry") EntryId entry, @PathParam("locale") String locale) {
        access.require(Permission.CONTENT_WRITE, site);
        return Listing.whole(keptDrafts.of(site, new TranslationKey(entry, locale)).stream()
                .map(KeptDraftView::of)
                .toList());
    }

    @DELETE
    @Path("translations/{locale}/kept-drafts/{kept}")
    public void drop(
            @PathParam("site") SiteId site,
            @PathParam("entry") EntryId entry,
            @PathParam("locale") String locale,
            @PathParam("kept") String kept) {
        access.require(Permission.CONTENT_WRITE, site);
        keptDrafts.drop(site, new TranslationKey(entry, locale), kept);
    }

    static Response answer(Saved draft) {
        return Response.ok(RevisionView.of(draft))
                .header("ETag", "\"" + draft.id() + "\"")
                .build();
    }

    /** Gives the pages of an entry another place, or the entry another audience. If-Match names the entry, or is {@code *}. */
    @PUT
    @Path("place")
    public Listing<MovedView> move(
            @PathParam("site") SiteId site,
            @PathParam("entry") EntryId entry,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            NewPlace wanted) {
        access.require(Permission.CONTENT_WRITE, site);
        return Listing.whole(moveEntry.perform(site, entry, wanted.to(), Conditions.seen(ifMatch)).stream()
                .map(MovedView::of)
                .toList());
    }
}
