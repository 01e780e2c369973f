package nl.plein.cms.content;

import java.time.Instant;
import java.util.Optional;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.RevisionId;

/**
 * A translation as management sees it.
 *
 * @param path              public, with the locale's prefix; empty if there is no page
 * @param head              the newest revision: the draft
 * @param publishedRevision what visitors see, as far as publishing has said so
 */
public record TranslationRef(
        EntryId entry,
        String locale,
        String title,
        String slug,
        Optional<String> explicitPath,
        String path,
        RevisionId head,
        Instant createdAt,
        Instant updatedAt,
        Optional<PersonId> updatedBy,
        Optional<Instant> firstPublishedAt,
        Optional<RevisionId> publishedRevision) {

    public TranslationKey key() {
        return new TranslationKey(entry, locale);
    }

    static TranslationRef of(Translation translation) {
        return new TranslationRef(
                new EntryId(translation.entry()),
                translation.locale(),
                translation.title(),
                translation.slug(),
                translation.explicitPath(),
                translation.path(),
                translation.head(),
                translation.createdAt(),
                translation.updatedAt(),
                translation.updatedBy().map(PersonId::new),
                translation.firstPublishedAt(),
                translation.publishedRevision().map(RevisionId::new));
    }
}
