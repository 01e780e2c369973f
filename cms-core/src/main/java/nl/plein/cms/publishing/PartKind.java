package nl.plein.cms.publishing;

import java.util.Arrays;
import java.util.Locale;
import nl.plein.cms.kernel.Invalid;

/** The kinds of site parts. */
public enum PartKind {
    SETTING,
    MENU,
    THEME,
    REDIRECT,
    GROUP;

    /** The name in JSON and in the database. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws Invalid {@code unknown-part-kind} */
    public static PartKind of(String key) {
        return Arrays.stream(values())
                .filter(kind -> kind.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Invalid(
                        "unknown-part-kind",
                        "There is no such kind of site part: use setting, menu, theme, redirect or group."));
    }
}
