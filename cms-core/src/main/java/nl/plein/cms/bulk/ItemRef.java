package nl.plein.cms.bulk;

import java.util.UUID;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.EntryId;

/**
 * An item of a change, as others know it.
 *
 * @param locale   empty for all of the entry
 * @param code     why it was refused, as it would have been alone; else empty
 * @param sentence what to do about it
 */
public record ItemRef(
        UUID id,
        int number,
        EntryId entry,
        String locale,
        ItemOutcome outcome,
        String code,
        String sentence,
        String before,
        String after) {

    TranslationKey translation() {
        return new TranslationKey(entry, locale);
    }
}
