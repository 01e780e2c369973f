package nl.plein.cms.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.model.ContentType;
import nl.plein.cms.model.ContentTypes;
import tools.jackson.databind.JsonNode;

/** Saves what changed in a source outside, where the entry has been edited here since. */
@ApplicationScoped
public class MergeDraft {

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
     * Idempotent: a source that says what the draft says makes no revision.
     *
     * @param base what the source said before
     * @param mine what it says now
     * @throws nl.plein.cms.kernel.Conflict {@code draft-moved-on}, as {@link SaveDraft}
     */
    @Transactional
    public Saved perform(SiteId id, TranslationKey key, JsonNode base, JsonNode mine) {
        var site = sites.forWriting(id);
        Entry entry = entries.live(id, key.entry());
        Translation translation = translations.locked(id, key);
        ContentType type = types.get(entry.type());
        Revision head =
                translations.revisionRow(translation, translation.head()).orElseThrow();
        Payload before = payloads.read(type, Payloads.known(type, base));
        DraftMerge.Merged merged = merge.merge(type, before.json(), payloads.read(type, mine), head);
        if (payloads.isSame(type, head, merged.payload())) {
            return Saved.of(key, head, merged.merged());
        }
        try (Instance.Handle<Drafting> drafting = draftings.getHandle()) {
            Revision saved = drafting.get().next(site, type, entry, translation, merged.payload());
            return Saved.of(key, saved, merged.merged());
        }
    }
}
