package nl.plein.cms.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.RevisionId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Calling;
import nl.plein.cms.tenancy.AgencyData;
import nl.plein.cms.tenancy.SiteRef;

/** Says that a translation is up to date with a revision of another one of its entry. */
@ApplicationScoped
public class FollowSource {

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    ContentSites sites;

    @Inject
    Entries entries;

    @Inject
    Translations translations;

    @Inject
    Calling calling;

    @Inject
    Clock clock;

    /**
     * Idempotent.
     *
     * @param sourceLocale of the translation that was looked at
     * @param revision     of it, which was looked at; it is kept for good from now on
     * @throws nl.plein.cms.kernel.NotFound {@code unknown-entry}, {@code unknown-translation}, {@code unknown-revision}
     * @throws Invalid                      {@code own-source}
     */
    @Transactional
    public void perform(SiteId site, TranslationKey key, String sourceLocale, RevisionId revision) {
        sites.forWriting(site);
        Entry entry = entries.live(site, key.entry());
        if (key.locale().equals(sourceLocale)) {
            throw new Invalid("own-source", "A translation follows one in another locale: name that one.");
        }
        Translation translation = translations.locked(site, key);
        Translation source = translations.row(site, new TranslationKey(key.entry(), sourceLocale));
        follow(entry, translation, source, revision);
    }

    /** What begins now was made from what is there, in the locale that the site names first. */
    void begin(SiteRef site, Entry entry, Translation begun, List<Translation> others) {
        Optional<Translation> source = others.stream().min(Comparator.comparingInt(other -> {
            int place = site.locales().indexOf(other.locale());
            return place < 0 ? Integer.MAX_VALUE : place;
        }));
        source.ifPresent(other -> follow(entry, begun, other, other.head()));
    }

    private void follow(Entry entry, Translation translation, Translation source, RevisionId revision) {
        Revision seen = translations
                .revisionRow(source, revision)
                .orElseThrow(() -> Translations.unknownRevision(source.key(), revision));
        seen.keepForGood();
        data.merge(new TranslationSource(
                entry,
                translation,
                source,
                seen.id(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                calling.current().person().map(PersonId::value).orElse(null)));
    }
}
