package nl.plein.cms.content;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.RevisionId;
import tools.jackson.databind.JsonNode;

/**
 * A saved state of a translation.
 *
 * @param number counts from 1 within the translation
 * @param name   given by a person to find it again
 * @param autosave saved by a program between two acts of its user, and neither shown to visitors nor named since
 * @param model  the version of the model whose fields the payload has
 * @param merged keys of fields that hold what others wrote since the base of this save; empty if it was saved as it was sent
 */
public record Saved(
        RevisionId id,
        TranslationKey translation,
        int number,
        Optional<RevisionId> basedOn,
        JsonNode payload,
        Instant savedAt,
        Optional<PersonId> savedBy,
        Optional<String> name,
        boolean autosave,
        long model,
        List<String> merged) {

    public Saved {
        merged = List.copyOf(merged);
    }

    static Saved of(TranslationKey key, Revision revision) {
        return of(key, revision, List.of());
    }

    static Saved of(TranslationKey key, Revision revision, List<String> merged) {
        return said(key, revision, revision.payload(), revision.model(), merged);
    }

    /** A revision in other words than it was saved in. @param model the version of the model whose fields they have */
    static Saved said(TranslationKey key, Revision revision, JsonNode payload, long model, List<String> merged) {
        return new Saved(
                new RevisionId(revision.id()),
                key,
                revision.number(),
                revision.basedOn().map(RevisionId::new),
                payload,
                revision.savedAt(),
                revision.savedBy().map(PersonId::new),
                revision.name(),
                revision.isAutosave(),
                model,
                merged);
    }
}
