package nl.plein.cms.content;

import java.time.Instant;
import java.util.Optional;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.RevisionId;
import tools.jackson.databind.JsonNode;

/**
 * A saved state of a translation.
 *
 * @param number counts from 1 within the translation
 */
public record Saved(
        RevisionId id,
        TranslationKey translation,
        int number,
        Optional<RevisionId> basedOn,
        JsonNode payload,
        Instant savedAt,
        Optional<PersonId> savedBy) {

    static Saved of(TranslationKey key, Revision revision) {
        return new Saved(
                new RevisionId(revision.id()),
                key,
                revision.number(),
                revision.basedOn().map(RevisionId::new),
                revision.payload(),
                revision.savedAt(),
                revision.savedBy().map(PersonId::new));
    }
}
