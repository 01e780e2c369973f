package nl.plein.cms.schedules;

import java.util.Arrays;
import java.util.Locale;
import nl.plein.cms.kernel.Invalid;

/** What became of a schedule. */
public enum ScheduleState {
    WAITING,
    DONE,
    /** A rule said no at the due time; the sentence says what to do. */
    REFUSED,
    /** It broke five times; the log of the server has the cause. */
    FAILED,
    CANCELLED;

    /** The name in the API. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws Invalid {@code unknown-state} */
    public static ScheduleState of(String key) {
        return Arrays.stream(values())
                .filter(state -> state.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Invalid(
                        "unknown-state",
                        "A schedule is \"waiting\", \"done\", \"refused\", \"failed\" or \"cancelled\"."));
    }

    /** Whether it may get another time: it has not been done, and nobody has called it off. */
    boolean isOpen() {
        return this == WAITING || this == REFUSED || this == FAILED;
    }
}
