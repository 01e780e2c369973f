package nl.plein.cms.schedules;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import nl.plein.cms.audit.Audit;
import nl.plein.cms.kernel.Ids;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Calling;
import nl.plein.cms.people.Permission;
import nl.plein.cms.releases.ReleaseId;
import nl.plein.cms.releases.Releases;
import nl.plein.cms.tenancy.PlatformData;
import nl.plein.cms.tenancy.SiteRef;

/** Keeps in mind that a release is to be published at a time, as it is then. Whoever asks for it is asked again at that time. */
@ApplicationScoped
public class ScheduleRelease {

    @Inject
    Access access;

    @Inject
    Calling calling;

    @Inject
    Releases releases;

    @Inject
    @PlatformData
    EntityManager platform;

    @Inject
    Audit audit;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    /**
     * @param time as {@link DueTime} reads it
     * @throws nl.plein.cms.kernel.NotFound {@code unknown-release}
     * @throws nl.plein.cms.kernel.Invalid  {@code unreadable-time}, {@code time-past}, {@code time-too-far}
     * @throws nl.plein.cms.kernel.Conflict {@code release-over}
     */
    @Transactional
    public Schedule perform(SiteId site, ReleaseId release, String time) {
        SiteRef ref = access.require(Permission.CONTENT_PUBLISH, site);
        DueTime due = DueTime.of(time, ref.zone());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        due.refuseOutside(now);
        releases.get(site, release).refuseUnlessPlanned();
        var schedule = new Schedule(new ScheduleId(ids.next()), ref.agency(), site, release, now);
        schedule.plan(due, Optional.empty(), calling.current().person());
        platform.persist(schedule);
        audit.record("schedules.schedule", "site/" + site, ScheduleTranslation.details(schedule));
        return schedule;
    }
}
