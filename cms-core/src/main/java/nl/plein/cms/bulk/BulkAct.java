package nl.plein.cms.bulk;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.plein.cms.kernel.Invalid;

/** What is done to each item. */
public enum BulkAct {
    PUBLISH,
    UNPUBLISH,
    /** Lays entries aside that visitors don't see. */
    ARCHIVE,
    /** Into the trash. */
    TRASH,
    /** For whom it is, from its next publication on. */
    AUDIENCE,
    /** One more entry in a field of references of the draft. */
    ADD_REFERENCE,
    /** One less. */
    REMOVE_REFERENCE,
    /** Brings back what another job changed. */
    UNDO;

    /** @throws Invalid {@code unknown-act} also for {@code undo}, which has a door of its own */
    public static BulkAct of(String key) {
        return Arrays.stream(values())
                .filter(act -> act != UNDO && act.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Invalid(
                        "unknown-act",
                        "Choose one of: "
                                + Arrays.stream(values())
                                        .filter(act -> act != UNDO)
                                        .map(BulkAct::key)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether each locale is an item of its own. */
    boolean isOfTranslations() {
        return this == PUBLISH || this == UNPUBLISH || changesReferences();
    }

    boolean changesReferences() {
        return this == ADD_REFERENCE || this == REMOVE_REFERENCE;
    }

    /** How many items are done in one transaction: what makes a version of the site, makes one for as many as this. */
    int together() {
        return this == PUBLISH || this == UNPUBLISH ? 100 : 1;
    }
}
