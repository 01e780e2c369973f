package nl.plein.cms.schedules;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import nl.plein.cms.content.ArchiveEntry;
import nl.plein.cms.content.Showing;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.NotPermitted;
import nl.plein.cms.kernel.Refusal;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Persons;
import nl.plein.cms.publishing.Closing;
import nl.plein.cms.publishing.PublishEntries;
import nl.plein.cms.publishing.Receipt;
import nl.plein.cms.publishing.UnpublishEntries;
import nl.plein.cms.releases.PublishRelease;
import nl.plein.cms.releases.ReleaseId;
import nl.plein.cms.releases.ReleaseState;
import nl.plein.cms.releases.Releases;
import nl.plein.cms.tenancy.PlatformData;

/**
 * The durable part of running schedules. The act and the note that it was done are one transaction: whatever moment a node
 * dies at, both are there or neither. The rows are locked first, so that another node that comes at the same time finds them
 * done.
 */
@ApplicationScoped
@Transactional
class ScheduleSteps {

    @Inject
    @PlatformData
    EntityManager platform;

    @Inject
    Persons persons;

    @Inject
    PublishEntries publishEntries;

    @Inject
    UnpublishEntries unpublishEntries;

    @Inject
    Releases releases;

    @Inject
    PublishRelease publishRelease;

    @Inject
    ArchiveEntry archiveEntry;

    @Inject
    Showing showing;

    @Inject
    Clock clock;

    /**
     * Does what is still due of a batch, as one version, as the caller.
     *
     * @return how many that were
     * @throws Refusal if a rule says no to one of them; nothing is done then
     */
    int perform(SiteId site, List<DueSchedule> batch) {
        List<Schedule> due = stillDue(batch);
        if (!due.isEmpty()) {
            refuseBlocked(due.get(0));
            Optional<ReleaseId> release = due.get(0).release();
            Long version = (release.isPresent() ? release(site, release.get()) : Optional.of(act(site, due)))
                    .filter(Receipt::madeVersion)
                    .map(Receipt::version)
                    .orElse(null);
            due.forEach(one -> one.done(version, now()));
        }
        return due.size();
    }

    /** One that somebody has published by hand is what was wanted. */
    private Optional<Receipt> release(SiteId site, ReleaseId id) {
        return releases.get(site, id).state() == ReleaseState.PUBLISHED
                ? Optional.empty()
                : Optional.of(publishRelease.perform(site, id, Seen.ANY));
    }

    private Receipt act(SiteId site, List<Schedule> due) {
        List<TranslationKey> translations =
                due.stream().flatMap(one -> one.translation().stream()).toList();
        if (due.get(0).act() == ScheduledAct.PUBLISH) {
            return publishEntries.perform(site, translations, named(due));
        }
        Receipt receipt = unpublishEntries.perform(site, translations, Closing.SUPERSEDED);
        layAside(site, due);
        return receipt;
    }

    private static Map<TranslationKey, Seen> named(List<Schedule> due) {
        Map<TranslationKey, Seen> named = new HashMap<>();
        due.forEach(one -> one.translation().ifPresent(translation -> one.revision()
                .ifPresent(revision -> named.put(translation, Seen.of(revision.toString())))));
        return named;
    }

    /** Those of which visitors see another translation stay where they are. */
    private void layAside(SiteId site, List<Schedule> due) {
        due.stream()
                .filter(one -> one.act() == ScheduledAct.ARCHIVE)
                .flatMap(one -> one.translation().stream())
                .map(TranslationKey::entry)
                .distinct()
                .filter(entry -> !showing.shows(site, entry))
                .forEach((EntryId entry) -> archiveEntry.perform(site, entry, true, Seen.ANY));
    }

    /** Visitors see nothing of it already, which is what was wanted. */
    void doneAlready(SiteId site, DueSchedule one) {
        List<Schedule> due = stillDue(List.of(one));
        layAside(site, due);
        due.forEach(schedule -> schedule.done(null, now()));
    }

    void refuse(DueSchedule one, Refusal why) {
        end(one, schedule -> schedule.refuse(why, now()));
    }

    void fail(DueSchedule one) {
        end(one, schedule -> schedule.fail(now()));
    }

    private void end(DueSchedule one, Consumer<Schedule> how) {
        stillDue(List.of(one)).forEach(how);
    }

    private void refuseBlocked(Schedule one) {
        if (one.person().isPresent()
                && persons.find(one.person().get())
                        .filter(person -> !person.isBlocked())
                        .isEmpty()) {
            throw new NotPermitted(
                    "scheduler-blocked",
                    "Whoever scheduled this is let in no longer: somebody else who may publish has to give it a time.");
        }
    }

    private List<Schedule> stillDue(List<DueSchedule> batch) {
        List<UUID> ids = batch.stream().map(DueSchedule::id).toList();
        Instant now = clock.instant();
        return platform.createQuery("select s from Schedule s where s.id in :ids order by s.due, s.id", Schedule.class)
                .setParameter("ids", ids)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .filter(schedule -> schedule.isDue(now))
                .toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
