package nl.plein.cms.bulk;

import java.util.Optional;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.model.Field;

/**
 * What is to be done to each item.
 *
 * @param audience of {@link BulkAct#AUDIENCE}
 * @param field    key of the field of {@link BulkAct#ADD_REFERENCE} and {@link BulkAct#REMOVE_REFERENCE}
 * @param target   the entry that is referred to, or no longer
 */
public record BulkWish(BulkAct act, Optional<Audience> audience, Optional<String> field, Optional<EntryId> target) {

    /** @throws Invalid {@code audience-missing}, {@code reference-missing}, {@code no-field} */
    public BulkWish {
        if (act == BulkAct.AUDIENCE && audience.isEmpty()) {
            throw new Invalid("audience-missing", "Say which audience the entries are to have.");
        }
        if (act.changesReferences() && (field.isEmpty() || target.isEmpty())) {
            throw new Invalid("reference-missing", "Name the field of references, and the entry (target).");
        }
        if (field.filter(key -> !Field.isKey(key)).isPresent()) {
            throw new Invalid("no-field", "A field is named by its key: letters and digits, such as \"topics\".");
        }
    }
}
