package nl.plein.cms.bulk;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.plein.cms.kernel.Invalid;

/** What became of an item. */
public enum ItemOutcome {
    WAITING,
    CHANGED,
    /** It was so already. */
    UNCHANGED,
    /** A rule said no, as it would have to anybody who asked for this item alone. */
    REFUSED;

    /** @throws Invalid {@code unknown-outcome} */
    public static ItemOutcome of(String key) {
        return Arrays.stream(values())
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Invalid(
                        "unknown-outcome",
                        "An outcome is one of: "
                                + Arrays.stream(values()).map(ItemOutcome::key).collect(Collectors.joining(", "))
                                + "."));
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
