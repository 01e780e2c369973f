package nl.plein.cms.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.RevisionId;
import nl.plein.cms.kernel.SiteId;

/** Gives a revision a name by which people find it again. It is the one thing about a revision that may change. */
@ApplicationScoped
public class NameRevision {

    static final int LONGEST = 200;

    @Inject
    ContentSites sites;

    @Inject
    Translations translations;

    @Inject
    ContentTrail trail;

    /**
     * @param name empty to take it away
     * @throws Invalid                      {@code invalid-name}
     * @throws nl.plein.cms.kernel.NotFound {@code unknown-translation}, {@code unknown-revision}
     */
    @Transactional
    public Saved perform(SiteId site, TranslationKey key, RevisionId id, String name) {
        sites.forWriting(site);
        String given = name.strip();
        if (given.length() > LONGEST) {
            throw new Invalid("invalid-name", "A revision's name has at most " + LONGEST + " characters.");
        }
        Revision revision = translations
                .revisionRow(translations.locked(site, key), id)
                .orElseThrow(() -> Translations.unknownRevision(key, id));
        revision.name(given);
        trail.record("name-revision", key, id);
        return Saved.of(key, revision);
    }
}
