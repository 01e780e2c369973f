package nl.plein.cms.releases;

import java.util.Arrays;
import java.util.Locale;
import nl.plein.cms.kernel.Invalid;

/** What a release does to a translation. */
public enum ReleaseAct {
    PUBLISH,
    UNPUBLISH;

    /** The name in the API. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws Invalid {@code unknown-act} */
    public static ReleaseAct of(String key) {
        return Arrays.stream(values())
                .filter(act -> act.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Invalid("unknown-act", "A release does \"publish\" or \"unpublish\"."));
    }
}
