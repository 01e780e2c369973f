package nl.plein.cms.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.model.ContentType;
import nl.plein.cms.model.ContentTypes;
import tools.jackson.databind.JsonNode;

/** Makes a new entry that says what the drafts of another one say, in all its locales. Nothing of it is published. */
@ApplicationScoped
public class CopyEntry {

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
    CreateEntry createEntry;

    @Inject
    AddTranslation addTranslation;

    /**
     * It lies beside the original, for the same audience; its paths get a number, as those of the original are taken.
     *
     * @throws nl.plein.cms.kernel.NotFound {@code unknown-entry}
     * @throws nl.plein.cms.kernel.Invalid  {@code invalid-payload} if the type has changed so that the words fit no more
     */
    @Transactional
    public EntryRef perform(SiteId id, EntryId original) {
        var site = sites.forWriting(id);
        Entry entry = entries.live(id, original);
        List<Translation> all = entries.translationsOf(entry).stream()
                .sorted(Comparator.comparing(one -> !one.locale().equals(site.defaultLocale())))
                .toList();
        ContentType type = types.get(entry.type());
        EntryId copy = create(id, entry, type, all.get(0));
        all.stream().skip(1).forEach(one -> addTranslation.perform(id, copy, translation(type, one)));
        return entries.get(id, copy);
    }

    private EntryId create(SiteId site, Entry entry, ContentType type, Translation first) {
        NewEntry wanted = NewEntry.of(type.key(), first.locale(), words(type, first))
                .withSlug(first.slug())
                .forAudience(entry.audience())
                .numberedIfTaken();
        NewEntry placed = entry.parent().map(EntryId::new).map(wanted::under).orElse(wanted);
        return createEntry.perform(site, placed).key().entry();
    }

    private AddTranslation.Wanted translation(ContentType type, Translation one) {
        return new AddTranslation.Wanted(
                one.locale(),
                words(type, one),
                Optional.of(one.slug()),
                Optional.empty(),
                NewEntry.WhenTaken.ADD_NUMBER);
    }

    private JsonNode words(ContentType type, Translation translation) {
        Revision head =
                translations.revisionRow(translation, translation.head()).orElseThrow();
        return payloads.now(type, head);
    }
}
