package nl.plein.cms.schedules;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import nl.plein.cms.audit.Audit;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;

/** Calls a schedule off. Idempotent; it stays to be seen in the list. */
@ApplicationScoped
public class CancelSchedule {

    @Inject
    Access access;

    @Inject
    Schedules schedules;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /**
     * @param seen the schedule's tags, see {@link Schedule#tag}
     * @throws nl.plein.cms.kernel.NotFound {@code unknown-schedule}
     * @throws nl.plein.cms.kernel.Stale    {@code precondition-failed}
     * @throws nl.plein.cms.kernel.Conflict {@code schedule-over} if it has been done
     */
    @Transactional
    public void perform(SiteId site, ScheduleId id, Seen seen) {
        access.require(Permission.CONTENT_PUBLISH, site);
        Schedule schedule = schedules.change(site, id);
        seen.refuseOther(schedule.tag());
        if (schedule.state() == ScheduleState.CANCELLED) {
            return;
        }
        ChangeSchedule.refuseOver(schedule);
        schedule.cancel(clock.instant().truncatedTo(ChronoUnit.MILLIS));
        audit.record("schedules.cancel", "site/" + site, ScheduleTranslation.details(schedule));
    }
}
