package nl.plein.cms.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.RevisionId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.model.ContentType;
import nl.plein.cms.model.ContentTypes;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Saves the fields of a translation as its newest revision. Nothing is overwritten that the writer has not seen. */
@ApplicationScoped
public class SaveDraft {

    @Inject
    ContentSites sites;

    @Inject
    Entries entries;

    @Inject
    Translations translations;

    @Inject
    ContentTypes types;

    @Inject
    Payloads payloads;

    @Inject
    SentFields sent;

    @Inject
    DraftMerge merge;

    @Inject
    KeptDrafts keptDrafts;

    @Inject
    ContentTrail trail;

    @Inject
    Instance<Drafting> draftings;

    /**
     * If others saved since, the writer's changes are merged with theirs. Idempotent: saving what is the draft already gives
     * the draft.
     *
     * @param basedOn the revision that the writer changed
     * @param fields  all fields; one that is left out or null becomes empty
     * @throws Invalid  {@code based-on-missing}; {@code unknown-base}; {@code invalid-payload} with findings;
     *                  {@code payload-too-large}
     * @throws Conflict {@code draft-moved-on} with {@code base}, {@code mine}, {@code theirs},
     *                  {@code head} and {@code conflicts}, if somebody changed the same place meanwhile;
     *                  {@code type-changed} with {@code mine}, {@code head} and {@code kept}, if what was changed has no
     *                  place in the type any more;
     *                  {@code base-gone} with {@code mine}, {@code theirs}, {@code head} and {@code kept}, where what was
     *                  sent is kept aside
     */
    @Transactional
    public Saved perform(SiteId id, TranslationKey key, @Nullable RevisionId basedOn, JsonNode fields) {
        return perform(id, key, basedOn, fields, By.PERSON);
    }

    /** Who saves. */
    public enum By {
        PERSON,
        /** An editor's program, between two acts of its user: thinned out later, see {@link ThinRevisions}. */
        PROGRAM
    }

    /** The same, by a person or a program. */
    @Transactional
    public Saved perform(SiteId id, TranslationKey key, @Nullable RevisionId basedOn, JsonNode fields, By by) {
        return perform(id, key, basedOn, fields, by, OptionalLong.empty());
    }

    /**
     * The same for a writer who knows which fields the draft had when it was opened.
     *
     * @param model the version of the model whose fields are sent, see {@link Saved#model}; without it, that of today if they
     *              fit, and else that of the base
     */
    @Transactional
    public Saved perform(
            SiteId id, TranslationKey key, @Nullable RevisionId basedOn, JsonNode fields, By by, OptionalLong model) {
        var site = sites.forWriting(id);
        if (basedOn == null) {
            throw new Invalid(
                    "based-on-missing",
                    "Say which revision you changed (basedOn): the one that you read before editing.");
        }
        Entry entry = entries.live(id, key.entry());
        Translation translation = translations.locked(id, key);
        ContentType type = types.get(entry.type());
        Optional<Revision> known = translations.revisionRow(translation, basedOn);
        Payload payload = sent.read(type, entry, translation, known, fields, model);
        Revision head =
                translations.revisionRow(translation, translation.head()).orElseThrow();
        if (payloads.isSame(type, head, payload)) {
            return Saved.said(key, head, payload.json(), payload.model(), List.of());
        }
        Revision base = known.orElseThrow(() -> baseGone(entry, translation, basedOn, payload, head));
        DraftMerge.Merged merged = translation.head().equals(basedOn)
                ? new DraftMerge.Merged(payload, List.of())
                : merge.merge(type, payloads.now(type, base), payload, head);
        if (payloads.isSame(type, head, merged.payload())) {
            return Saved.said(
                    key, head, merged.payload().json(), merged.payload().model(), merged.merged());
        }
        try (Instance.Handle<Drafting> drafting = draftings.getHandle()) {
            Revision saved = drafting.get().next(site, type, entry, translation, merged.payload());
            if (by == By.PROGRAM) {
                saved.keepAWhile();
            } else {
                trail.record("save-draft", key, new RevisionId(saved.id()));
            }
            return Saved.of(key, saved, merged.merged());
        }
    }

    /** Nothing can be merged without the base, and nothing that was written gets lost. */
    private RuntimeException baseGone(
            Entry entry, Translation translation, RevisionId basedOn, Payload payload, Revision head) {
        if (translations.isOfAnother(translation, basedOn)) {
            return new Invalid("unknown-base", "Revision " + basedOn + " is none of " + translation.key() + ".");
        }
        UUID kept = keptDrafts.keep(entry, translation, basedOn, payload);
        return new Conflict(
                "base-gone",
                "The revision that you changed is no more. What you sent is kept aside as " + kept
                        + ": take from it what is to stay, and save that on top of revision " + head.id() + ".",
                List.of(),
                Map.of(
                        "kept",
                        kept.toString(),
                        "mine",
                        payload.json(),
                        "theirs",
                        payloads.now(types.get(entry.type()), head),
                        "head",
                        head.id().toString()));
    }
}
