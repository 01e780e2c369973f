package nl.plein.cms.publishing;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.RevisionId;
import nl.plein.cms.kernel.SiteId;
import tools.jackson.databind.JsonNode;

/**
 * A revision of a translation, visible from one site version until another.
 *
 * @param path        public path with its locale's prefix; empty if the entry has no page
 * @param publishedAt the entry's own {@code date} or {@code publishedAt} if it has one, else its first publication
 * @param updatedAt   when this revision was published
 * @param contentHash equal for publications that show the same; SHA-256 of the canonical JSON of what matters
 * @param fields      the payload; references are ids
 * @param from        the version it became visible with
 * @param to          the version it is no longer visible with; {@link Versions#OPEN} while it is open
 */
public record Publication(
        UUID id,
        SiteId site,
        EntryId entry,
        String locale,
        Audience audience,
        String path,
        String type,
        String title,
        Optional<EntryId> parent,
        RevisionId revision,
        String contentHash,
        Instant publishedAt,
        Instant updatedAt,
        long from,
        long to,
        Closing closing,
        JsonNode fields) {

    public boolean isOpen() {
        return to == Versions.OPEN;
    }

    /** Whether it lies open at this version. */
    public boolean isVisibleAt(long version) {
        return from <= version && version < to;
    }

    /** It without its words. */
    public PageRef page() {
        return new PageRef(entry, locale, audience, path, type, title, contentHash);
    }

    public TranslationKey translation() {
        return new TranslationKey(entry, locale);
    }
}
