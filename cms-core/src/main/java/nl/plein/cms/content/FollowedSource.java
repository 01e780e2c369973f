package nl.plein.cms.content;

import java.time.Instant;
import java.util.Optional;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.RevisionId;

/**
 * What a translation follows, and whether that has moved on.
 *
 * @param title      of the source, as its draft has it
 * @param revision   of the source, which the translation says the same as
 * @param newest     the draft of the source
 * @param staleSince when the source first said something else; empty if it says the same in all that is translated
 */
public record FollowedSource(
        TranslationKey translation,
        TranslationKey source,
        String title,
        RevisionId revision,
        Instant followedAt,
        Optional<PersonId> followedBy,
        RevisionId newest,
        Optional<Instant> staleSince) {}
