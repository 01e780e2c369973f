package nl.plein.cms.schedules;

import java.util.Arrays;
import java.util.Locale;
import nl.plein.cms.kernel.Invalid;

/** What is done at the due time. */
public enum ScheduledAct {
    /** Visitors see the draft as it is then. */
    PUBLISH,
    /** Visitors see it no longer; its time is over. */
    UNPUBLISH,
    /** The same, and the entry is laid aside once visitors see none of its translations. */
    ARCHIVE;

    /** The name in the API. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws Invalid {@code unknown-act} */
    public static ScheduledAct of(String key) {
        return Arrays.stream(values())
                .filter(act -> act.key().equals(key))
                .findFirst()
                .orElseThrow(() ->
                        new Invalid("unknown-act", "Schedule an act: \"publish\", \"unpublish\" or \"archive\"."));
    }
}
