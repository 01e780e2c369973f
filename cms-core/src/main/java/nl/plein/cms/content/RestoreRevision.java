package nl.plein.cms.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.RevisionId;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.model.ContentType;
import nl.plein.cms.model.ContentTypes;

/** Makes what an older revision said the draft again, as a new revision: what was written since stays in the history. */
@ApplicationScoped
public class RestoreRevision {

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

    @Inject
    ContentTrail trail;

    /**
     * Idempotent: restoring what the draft says already gives the draft. Values of fields that the type no longer has are
     * left out.
     *
     * @param seen the revision that is the draft now, or any
     * @throws nl.plein.cms.kernel.NotFound {@code unknown-entry}, {@code unknown-translation}, {@code unknown-revision}
     * @throws nl.plein.cms.kernel.Stale    {@code precondition-failed}
     * @throws nl.plein.cms.kernel.Invalid  {@code invalid-payload} if the type has changed so that the words fit no more
     * @throws Conflict                     {@code revision-erased}
     */
    @Transactional
    public Saved perform(SiteId id, TranslationKey key, RevisionId revision, Seen seen) {
        var site = sites.forWriting(id);
        Entry entry = entries.live(id, key.entry());
        Translation translation = translations.locked(id, key);
        seen.refuseOther(translation.head().toString());
        Revision wanted = translations
                .revisionRow(translation, revision)
                .orElseThrow(() -> Translations.unknownRevision(key, revision));
        if (wanted.payloadHash().isEmpty()) {
            throw new Conflict("revision-erased", "The words of this revision were erased: choose another one.");
        }
        ContentType type = types.get(entry.type());
        Payload payload = payloads.read(type, payloads.now(type, wanted));
        Revision head =
                translations.revisionRow(translation, translation.head()).orElseThrow();
        if (payloads.isSame(type, head, payload)) {
            return Saved.of(key, head);
        }
        try (Instance.Handle<Drafting> drafting = draftings.getHandle()) {
            Saved saved = Saved.of(key, drafting.get().next(site, type, entry, translation, payload));
            trail.record("restore-revision", key, saved.id());
            return saved;
        }
    }
}
