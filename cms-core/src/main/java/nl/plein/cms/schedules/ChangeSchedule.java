package nl.plein.cms.schedules;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import nl.plein.cms.audit.Audit;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.RevisionId;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Calling;
import nl.plein.cms.people.Permission;
import nl.plein.cms.releases.Releases;
import nl.plein.cms.tenancy.SiteRef;

/** Gives a schedule another time, also one that was refused. From then on it is whoever changes it that is asked at that time. */
@ApplicationScoped
public class ChangeSchedule {

    @Inject
    Access access;

    @Inject
    Calling calling;

    @Inject
    Schedules schedules;

    @Inject
    Releases releases;

    @Inject
    ScheduleTranslation scheduleTranslation;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /**
     * @param seen the schedule's tags, see {@link Schedule#tag}
     * @throws nl.plein.cms.kernel.NotFound {@code unknown-schedule}, {@code unknown-release}
     * @throws nl.plein.cms.kernel.Invalid  as {@link ScheduleTranslation}
     * @throws nl.plein.cms.kernel.Stale    {@code precondition-failed}
     * @throws Conflict                     {@code schedule-over}, {@code not-the-draft}, {@code release-over}
     */
    @Transactional
    public Schedule perform(SiteId site, ScheduleId id, String time, Optional<RevisionId> only, Seen seen) {
        SiteRef ref = access.require(Permission.CONTENT_PUBLISH, site);
        Schedule schedule = schedules.change(site, id);
        seen.refuseOther(schedule.tag());
        refuseOver(schedule);
        DueTime due = DueTime.of(time, ref.zone());
        due.refuseOutside(clock.instant());
        refuseOther(site, schedule, only);
        schedule.plan(due, only, calling.current().person());
        audit.record("schedules.change", "site/" + site, ScheduleTranslation.details(schedule));
        return schedule;
    }

    private void refuseOther(SiteId site, Schedule schedule, Optional<RevisionId> only) {
        if (schedule.release().isPresent() && only.isPresent()) {
            throw new Invalid("only-to-publish", "Name a revision only where one translation is published.");
        }
        schedule.translation()
                .ifPresent(translation -> scheduleTranslation.refuseOther(site, translation, schedule.act(), only));
        schedule.release().ifPresent(release -> releases.get(site, release).refuseUnlessPlanned());
    }

    static void refuseOver(Schedule schedule) {
        if (!schedule.state().isOpen()) {
            throw new Conflict(
                    "schedule-over", "This schedule is " + schedule.state().key() + ": make another one.");
        }
    }
}
