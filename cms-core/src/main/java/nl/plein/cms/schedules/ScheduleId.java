package nl.plein.cms.schedules;

import java.util.UUID;
import nl.plein.cms.kernel.NotFound;

/** Names a schedule. */
public record ScheduleId(UUID value) {

    /** @throws NotFound {@code unknown-schedule} if the text is no UUID */
    public static ScheduleId of(String text) {
        try {
            return new ScheduleId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    static NotFound unknown() {
        return new NotFound("unknown-schedule", "There is no schedule with this id on this site.");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
