package nl.plein.cms.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
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
        var site = sites.forWriting(id);
        if (basedOn == null) {
            throw new Invalid(
                    "based-on-missing",
                    "Say which revision you changed (basedOn): the one that you read before editing.");
        }
        Entry entry = entries.live(id, key.entry());
        Translation translation = translations.locked(id, key);
        ContentType type = types.get(entry.type());
        Payload payload = payloads.read(type, fields);
        Revision head =
                translations.revisionRow(translation, translation.head()).orElseThrow();
        if (head.payloadHash().equals(payload.hash())) {
            return Saved.of(key, head);
        }
        Revision base = translations
                .revisionRow(translation, basedOn)
                .orElseThrow(() -> baseGone(entry, translation, basedOn, payload, head));
        DraftMerge.Merged merged = translation.head().equals(basedOn)
                ? new DraftMerge.Merged(payload, List.of())
                : merge.merge(type, base.payload(), payload, head);
        if (head.payloadHash().equals(merged.payload().hash())) {
            return Saved.of(key, head, merged.merged());
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
                        head.payload(),
                        "head",
                        head.id().toString()));
    }
}
