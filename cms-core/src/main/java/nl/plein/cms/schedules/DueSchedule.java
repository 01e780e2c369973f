package nl.plein.cms.schedules;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.PersonId;

/** One whose time has come. @param nextTry not before then, as it broke; the epoch if it did not */
record DueSchedule(UUID id, TranslationKey translation, ScheduledAct act, Optional<PersonId> person, Instant nextTry) {

    static DueSchedule of(Schedule schedule) {
        return new DueSchedule(
                schedule.id().value(), schedule.translation(), schedule.act(), schedule.person(), schedule.nextTry());
    }

    /** Whether both may become part of one version. */
    boolean goesWith(DueSchedule other) {
        return act == other.act && person.equals(other.person);
    }
}
