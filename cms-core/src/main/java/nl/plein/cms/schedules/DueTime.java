package nl.plein.cms.schedules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.Locale;
import nl.plein.cms.kernel.Invalid;
import org.jspecify.annotations.Nullable;

/**
 * A moment, as somebody wrote it.
 *
 * @param at      to the millisecond
 * @param reading how a time on a clock was understood
 */
public record DueTime(Instant at, Reading reading) {

    private static final Duration FARTHEST = Duration.ofDays(3_653);

    /** What the clock of the site does at that time. */
    public enum Reading {
        /** It shows the time once. */
        PLAIN,
        /** It skips the time: the moment is the one at which it jumps over it. */
        SKIPPED,
        /** It shows the time twice: the moment is the first one. */
        TWICE;

        /** The name in the API. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Reads a date-time of RFC 3339, or one without an offset as the site's clock shows it.
     *
     * @throws Invalid {@code unreadable-time}
     */
    public static DueTime of(String text, ZoneId zone) {
        try {
            return new DueTime(cut(OffsetDateTime.parse(text).toInstant()), Reading.PLAIN);
        } catch (DateTimeParseException withoutOffset) {
            return onTheClock(text, zone);
        }
    }

    private static DueTime onTheClock(String text, ZoneId zone) {
        LocalDateTime local = local(text);
        @Nullable ZoneOffsetTransition change = zone.getRules().getTransition(local);
        if (change == null) {
            return new DueTime(cut(local.atZone(zone).toInstant()), Reading.PLAIN);
        }
        return change.isGap()
                ? new DueTime(change.getInstant(), Reading.SKIPPED)
                : new DueTime(cut(local.toInstant(change.getOffsetBefore())), Reading.TWICE);
    }

    private static LocalDateTime local(String text) {
        try {
            return LocalDateTime.parse(text);
        } catch (DateTimeParseException e) {
            throw new Invalid(
                    "unreadable-time",
                    "Give the time as the clock of the site shows it (2026-03-10T09:00), or with an offset"
                            + " (2026-03-10T09:00:00+01:00).");
        }
    }

    /** A schedule is not kept to less than that. */
    private static Instant cut(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS);
    }

    /** @throws Invalid {@code time-past}, {@code time-too-far} */
    public void refuseOutside(Instant now) {
        if (at.isBefore(now)) {
            throw new Invalid("time-past", "This time is over: choose a later one, or do it now.");
        }
        if (at.isAfter(now.plus(FARTHEST))) {
            throw new Invalid("time-too-far", "Choose a time within ten years.");
        }
    }
}
