package nl.plein.cms.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    Instance<Drafting> draftings;

    /**
     * Idempotent: saving what is the draft already gives the draft.
     *
     * @param basedOn the revision that the writer changed
     * @param fields  all fields; one that is left out or null becomes empty
     * @throws Invalid  {@code based-on-missing}; {@code unknown-base}; {@code invalid-payload} with findings;
     *                  {@code payload-too-large}
     * @throws Conflict {@code draft-moved-on} with {@code base}, {@code mine}, {@code theirs} and {@code head}, if somebody
     *                  saved another draft meanwhile
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
        Revision head =
                translations.revisionRow(translation, translation.head()).orElseThrow();
        if (head.payloadHash().equals(payload.hash())) {
            return Saved.of(key, head);
        }
        if (!translation.head().equals(basedOn)) {
            throw movedOn(translation, basedOn, payload, head);
        }
        try (Instance.Handle<Drafting> drafting = draftings.getHandle()) {
            return Saved.of(key, drafting.get().next(site, type, entry, translation, payload));
        }
    }

    private Conflict movedOn(Translation translation, RevisionId basedOn, Payload mine, Revision head) {
        Optional<Revision> base = translations.revisionRow(translation, basedOn);
        if (base.isEmpty()) {
            throw new Invalid("unknown-base", "Revision " + basedOn + " is none of " + translation.key() + ".");
        }
        Map<String, Object> details = new HashMap<>();
        details.put("base", base.get().payload());
        details.put("mine", mine.json());
        details.put("theirs", head.payload());
        details.put("head", translation.head().toString());
        head.savedBy().ifPresent(person -> details.put("savedBy", person.toString()));
        details.put("savedAt", head.savedAt().toString());
        return new Conflict(
                "draft-moved-on",
                "Somebody saved another draft since you read yours: compare both, then save on top of revision "
                        + translation.head() + ".",
                List.of(),
                details);
    }
}
