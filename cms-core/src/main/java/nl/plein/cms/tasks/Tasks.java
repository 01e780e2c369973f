package nl.plein.cms.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.plein.cms.content.DraftsSeen;
import nl.plein.cms.content.EntryErased;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.Ids;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.PlatformData;
import nl.plein.cms.tenancy.SiteDeleted;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.workflow.StepMade;

/** Rows of all that may wait for somebody. Each step of a workflow makes one, or renews it; a publication ends it. */
@ApplicationScoped
@Transactional
class Tasks {

    @Inject
    @PlatformData
    EntityManager platform;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    Optional<Task> find(SiteId site, TranslationKey key) {
        return find(site, key, LockModeType.NONE);
    }

    /** Locked until the transaction ends. */
    Optional<Task> hold(SiteId site, TranslationKey key) {
        return find(site, key, LockModeType.PESSIMISTIC_WRITE);
    }

    private Optional<Task> find(SiteId site, TranslationKey key, LockModeType lock) {
        return platform.createQuery(
                        "select t from Task t where t.site = :site and t.entry = :entry and t.locale = :locale",
                        Task.class)
                .setParameter("site", site.value())
                .setParameter("entry", key.entry().value())
                .setParameter("locale", key.locale())
                .setLockMode(lock)
                .getResultStream()
                .findFirst();
    }

    Task add(SiteRef site, TranslationKey key) {
        var task = new Task(ids.next(), site, key, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        platform.persist(task);
        return task;
    }

    /** Of these sites, those with the nearest deadline first, those without one last. */
    List<Task> of(Collection<SiteId> sites, int most) {
        if (sites.isEmpty()) {
            return List.of();
        }
        return platform.createQuery(
                        "select t from Task t where t.site in :sites"
                                + " order by case when t.deadline is null then 1 else 0 end, t.deadline, t.id",
                        Task.class)
                .setParameter("sites", sites.stream().map(SiteId::value).toList())
                .setMaxResults(most)
                .getResultList();
    }

    List<SiteId> sitesToRemind(Instant now) {
        return platform.createQuery("select distinct t.site from Task t where t.remindAt <= :now", String.class)
                .setParameter("now", now)
                .getResultStream()
                .map(SiteId::new)
                .toList();
    }

    /** Locked until the transaction ends: another node that comes at the same time finds them reminded of. */
    List<Task> holdToRemind(SiteId site, Instant now, int most) {
        List<UUID> due = platform.createQuery(
                        "select t.id from Task t where t.site = :site and t.remindAt <= :now order by t.remindAt, t.id",
                        UUID.class)
                .setParameter("site", site.value())
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
        if (due.isEmpty()) {
            return List.of();
        }
        return platform.createQuery("select t from Task t where t.id in :ids order by t.id", Task.class)
                .setParameter("ids", due)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .filter(task -> task.isToRemind(now))
                .toList();
    }

    Optional<Task> byId(UUID id) {
        return Optional.ofNullable(platform.find(Task.class, id));
    }

    void renew(@Observes StepMade step) {
        Task task = hold(step.site().id(), step.translation()).orElseGet(() -> add(step.site(), step.translation()));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (step.back()) {
            task.giveBack(now);
        } else {
            task.bring(now, step.by());
        }
    }

    void settle(@Observes DraftsSeen seen) {
        Map<String, List<UUID>> byLocale = seen.translations().stream()
                .collect(Collectors.groupingBy(
                        TranslationKey::locale,
                        Collectors.mapping(key -> key.entry().value(), Collectors.toList())));
        byLocale.forEach((locale, entries) -> platform.createQuery(
                        "delete from Task t where t.site = :site and t.locale = :locale and t.entry in :entries")
                .setParameter("site", seen.site().value())
                .setParameter("locale", locale)
                .setParameter("entries", entries)
                .executeUpdate());
    }

    void forget(@Observes EntryErased erased) {
        platform.createQuery("delete from Task t where t.site = :site and t.entry = :entry")
                .setParameter("site", erased.site().value())
                .setParameter("entry", erased.entry().value())
                .executeUpdate();
    }

    void forget(@Observes SiteDeleted deleted) {
        platform.createQuery("delete from Task t where t.site = :site")
                .setParameter("site", deleted.site().id().value())
                .executeUpdate();
    }
}
