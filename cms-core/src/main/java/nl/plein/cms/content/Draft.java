package nl.plein.cms.content;

import java.time.Instant;
import java.util.Optional;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.RevisionId;
import nl.plein.cms.kernel.SiteId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The newest state of a translation, as publishing takes it.
 *
 * @param path             public, with the locale's prefix; empty if the entry has no page
 * @param title            may be empty: drafts may be unfinished
 * @param payload          only fields that the type still knows; rich text in normal form
 * @param firstPublishedAt null if this translation was never published
 */
public record Draft(
        EntryId entry,
        SiteId site,
        String type,
        String locale,
        Audience audience,
        Optional<EntryId> parent,
        String path,
        RevisionId revision,
        String title,
        JsonNode payload,
        Instant createdAt,
        @Nullable Instant firstPublishedAt) {

    public TranslationKey key() {
        return new TranslationKey(entry, locale);
    }
}
