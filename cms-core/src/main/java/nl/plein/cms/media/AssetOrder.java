package nl.plein.cms.media;

import java.util.Arrays;
import java.util.Locale;
import nl.plein.cms.kernel.Invalid;

/** Which of the assets come first: ids follow the time of the upload. */
public enum AssetOrder {
    OLDEST,
    NEWEST;

    /** @throws Invalid {@code unknown-order} */
    public static AssetOrder of(String key) {
        return Arrays.stream(values())
                .filter(order -> order.name().toLowerCase(Locale.ROOT).equals(key))
                .findFirst()
                .orElseThrow(() -> new Invalid("unknown-order", "Files come \"oldest\" or \"newest\" first."));
    }
}
