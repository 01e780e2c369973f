package nl.plein.cms.schedules;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.releases.ReleaseDropped;
import nl.plein.cms.releases.ReleaseId;
import nl.plein.cms.tenancy.PlatformData;
import nl.plein.cms.tenancy.SiteDeleted;
import org.jspecify.annotations.Nullable;

/** All schedules. */
@ApplicationScoped
@Transactional
public class Schedules {

    /** Due schedules of a site that are looked at together. */
    private static final int MOST = 5_000;

    @Inject
    @PlatformData
    EntityManager platform;

    @Inject
    Access access;

    @Inject
    Clock clock;

    /** Where a page of a list ended. */
    public record Spot(Instant due, UUID id) {}

    /** Each any if absent. */
    public record Filter(@Nullable ScheduleState state, @Nullable EntryId entry, @Nullable ReleaseId release) {}

    /** @throws nl.plein.cms.kernel.NotFound {@code unknown-schedule} */
    public Schedule get(SiteId site, ScheduleId id) {
        access.require(Permission.CONTENT_WRITE, site);
        return of(site, platform.find(Schedule.class, id.value()));
    }

    /** Of a site, by their times, by keyset: give the last one of the page before. */
    public List<Schedule> page(SiteId site, Filter filter, Optional<Spot> after, int most) {
        access.require(Permission.CONTENT_WRITE, site);
        TypedQuery<Schedule> query = platform.createQuery(
                        "select s from Schedule s where s.site = :site"
                                + (filter.state() == null ? "" : " and s.state = :state")
                                + (filter.entry() == null ? "" : " and s.entry = :entry")
                                + (filter.release() == null ? "" : " and s.release = :release")
                                + (after.isEmpty() ? "" : " and (s.due > :due or s.due = :due and s.id > :id)")
                                + " order by s.due, s.id",
                        Schedule.class)
                .setParameter("site", site.value())
                .setMaxResults(most);
        if (filter.state() != null) {
            query.setParameter("state", filter.state());
        }
        if (filter.entry() != null) {
            query.setParameter("entry", filter.entry().value());
        }
        if (filter.release() != null) {
            query.setParameter("release", filter.release().value());
        }
        after.ifPresent(spot -> query.setParameter("due", spot.due()).setParameter("id", spot.id()));
        return query.getResultList();
    }

    /** What waits for its time and is due by then, in its order. Who may ask is for the caller to say. */
    public List<Schedule> waitingUntil(SiteId site, Instant until) {
        return platform.createQuery(
                        "select s from Schedule s where s.site = :site and s.state = :waiting and s.due <= :until"
                                + " order by s.due, s.id",
                        Schedule.class)
                .setParameter("site", site.value())
                .setParameter("waiting", ScheduleState.WAITING)
                .setParameter("until", until)
                .getResultList();
    }

    /** Locked until the transaction ends, so that it is changed or done, never both. */
    Schedule change(SiteId site, ScheduleId id) {
        return of(site, platform.find(Schedule.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    private static Schedule of(SiteId site, @Nullable Schedule found) {
        if (found == null || !found.site().equals(site)) {
            throw ScheduleId.unknown();
        }
        return found;
    }

    /** Sites where something is due. */
    List<SiteId> sitesWithDue(Instant now) {
        return platform.createQuery(
                        "select distinct s.site from Schedule s where s.state = :waiting and s.due <= :now",
                        String.class)
                .setParameter("waiting", ScheduleState.WAITING)
                .setParameter("now", now)
                .getResultStream()
                .map(SiteId::new)
                .toList();
    }

    /** Of one site, in the order of their times. */
    List<DueSchedule> due(SiteId site, Instant now) {
        return platform.createQuery(
                        "select s from Schedule s where s.site = :site and s.state = :waiting and s.due <= :now"
                                + " order by s.due, s.id",
                        Schedule.class)
                .setParameter("site", site.value())
                .setParameter("waiting", ScheduleState.WAITING)
                .setParameter("now", now)
                .setMaxResults(MOST)
                .getResultStream()
                .map(DueSchedule::of)
                .toList();
    }

    void callOff(@Observes ReleaseDropped dropped) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        platform.createQuery("select s from Schedule s where s.site = :site and s.release = :release", Schedule.class)
                .setParameter("site", dropped.site().value())
                .setParameter("release", dropped.release().value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .filter(schedule -> schedule.state().isOpen())
                .forEach(schedule -> schedule.cancel(now));
    }

    void forget(@Observes SiteDeleted deleted) {
        platform.createQuery("delete from Schedule s where s.site = :site")
                .setParameter("site", deleted.site().id().value())
                .executeUpdate();
    }
}
