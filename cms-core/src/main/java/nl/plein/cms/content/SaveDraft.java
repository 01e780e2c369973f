package nl.plein.cms.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
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
    Instance<Drafting> draftings;

    /**
     * If others saved since, the writer's changes are merged with theirs. Idempotent: saving what is the draft already gives
     * the draft.
     *
     * @param basedOn the revision that the writer changed
     * @param fields  all fields; one that is left out or null becomes empty
     * @throws Invalid  {@code based-on-missing}; {@code unknown-base}; {@code invalid-payload} with findings;
     *                  {@code payload-too-large}
     * @throws nl.plein.cms.kernel.Conflict {@code draft-moved-on} with {@code base}, {@code mine}, {@code theirs},
     *                  {@code head} and {@code conflicts}, if somebody changed the same place meanwhile
     */
    @Transactional
    public Saved perform(SiteId id, TranslationKey key, @Nullable RevisionId basedOn, JsonNode fields) {
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
        Revision base = translations
                .revisionRow(translation, basedOn)
                .orElseThrow(() ->
                        new Invalid("unknown-base", "Revision " + basedOn + " is none of " + translation.key() + "."));
        Revision head =
                translations.revisionRow(translation, translation.head()).orElseThrow();
        if (head.payloadHash().equals(payload.hash())) {
            return Saved.of(key, head);
        }
        DraftMerge.Merged merged = translation.head().equals(basedOn)
                ? new DraftMerge.Merged(payload, List.of())
                : merge.merge(type, base.payload(), payload, head);
        if (head.payloadHash().equals(merged.payload().hash())) {
            return Saved.of(key, head, merged.merged());
        }
        try (Instance.Handle<Drafting> drafting = draftings.getHandle()) {
            Revision saved = drafting.get().next(site, type, entry, translation, merged.payload());
            return Saved.of(key, saved, merged.merged());
        }
    }
}
