package nl.plein.cms.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import nl.plein.cms.kernel.RevisionId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.model.ContentType;
import nl.plein.cms.model.ContentTypes;

/** Tells what one revision of a translation says otherwise than another. */
@ApplicationScoped
public class CompareRevisions {

    @Inject
    Entries entries;

    @Inject
    Translations translations;

    @Inject
    ContentTypes types;

    @Inject
    Payloads payloads;

    /**
     * Fields that the type no longer knows are left out.
     *
     * @return in the order of the type's fields; empty if they say the same
     * @throws nl.plein.cms.kernel.NotFound {@code unknown-translation}, {@code unknown-revision}
     */
    @Transactional
    public List<FieldChange> perform(SiteId site, TranslationKey key, RevisionId from, RevisionId to) {
        Saved before = translations.revision(site, key, from);
        Saved after = translations.revision(site, key, to);
        ContentType type = types.get(entries.get(site, key.entry()).type());
        Map<String, ContentType> known = types.byKey();
        return PayloadComparison.between(
                known,
                type,
                payloads.now(type, before.payload(), before.model()),
                payloads.now(type, after.payload(), after.model()));
    }
}
