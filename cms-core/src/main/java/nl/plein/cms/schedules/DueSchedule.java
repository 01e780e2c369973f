package nl.plein.cms.schedules;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.PersonId;

/**
 * One whose time has come.
 *
 * @param translation empty if it is of a release
 * @param nextTry     not before then, as it broke; the epoch if it did not
 */
record DueSchedule(
        UUID id, Optional<TranslationKey> translation, ScheduledAct act, Optional<PersonId> person, Instant nextTry) {

    static DueSchedule of(Schedule schedule) {
        return new DueSchedule(
                schedule.id().value(), schedule.translation(), schedule.act(), schedule.person(), schedule.nextTry());
    }

    boolean isOfRelease() {
        return translation.isEmpty();
    }

    /** Whether both may become part of one version. */
    boolean goesWith(DueSchedule other) {
        return act == other.act && person.equals(other.person);
    }
}
