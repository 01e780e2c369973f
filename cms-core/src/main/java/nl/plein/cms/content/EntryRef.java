package nl.plein.cms.content;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Hashes;
import nl.plein.cms.kernel.SiteId;

/** An entry as management sees it. @param deletedAt when it went to the trash @param archivedAt when it was laid aside */
public record EntryRef(
        EntryId id,
        SiteId site,
        String type,
        Audience audience,
        Optional<EntryId> parent,
        Optional<String> origin,
        Instant createdAt,
        Optional<Instant> deletedAt,
        Optional<Instant> archivedAt,
        List<TranslationRef> translations) {

    public EntryRef {
        translations = List.copyOf(translations);
    }

    public Optional<TranslationRef> translation(String locale) {
        return translations.stream().filter(t -> t.locale().equals(locale)).findFirst();
    }

    /** Names the state of an entry: its drafts, its place, for whom it is, and whether it is in the trash. */
    public String tag() {
        List<String> drafts = translations.stream()
                .map(t -> t.locale() + " " + t.head() + " " + t.path())
                .sorted()
                .toList();
        return Hashes.sha256(drafts + " " + audience + " " + parent + " " + deletedAt.isPresent())
                .substring(0, 32);
    }

    static EntryRef of(Entry entry, List<Translation> translations) {
        return new EntryRef(
                entry.entryId(),
                entry.site(),
                entry.type(),
                entry.audience(),
                entry.parent().map(EntryId::new),
                entry.origin(),
                entry.createdAt(),
                entry.deletedAt(),
                entry.archivedAt(),
                translations.stream().map(TranslationRef::of).toList());
    }
}
