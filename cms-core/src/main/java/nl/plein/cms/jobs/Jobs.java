package nl.plein.cms.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.Ids;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Calling;
import nl.plein.cms.tenancy.AgencyContext;
import nl.plein.cms.tenancy.PlatformData;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** All jobs. */
@ApplicationScoped
@Transactional
public class Jobs {

    @Inject
    @PlatformData
    EntityManager platform;

    @Inject
    AgencyContext context;

    @Inject
    Calling calling;

    @Inject
    JobRunner runner;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    /**
     * Enqueues in the caller's transaction: after a roll-back there is no job.
     *
     * @param kind  of a {@link JobHandler}
     * @param site  null for work that belongs to no site
     */
    public JobId enqueue(String kind, @Nullable SiteId site, JsonNode input) {
        var job = new Job(
                new JobId(ids.next()),
                kind,
                context.find().orElse(null),
                site,
                calling.current().person().orElse(null),
                input,
                clock.instant());
        platform.persist(job);
        runner.schedule(job.id());
        return job.id();
    }

    /** @throws nl.plein.cms.kernel.NotFound {@code unknown-job} */
    public Job get(JobId id) {
        return find(id).orElseThrow(() -> JobId.unknown(id.toString()));
    }

    public Optional<Job> find(JobId id) {
        return Optional.ofNullable(platform.find(Job.class, id.value()));
    }

    /** @throws nl.plein.cms.kernel.NotFound {@code unknown-job} if it is none of this site's */
    public Job get(SiteId site, JobId id) {
        return find(id).filter(job -> job.site().filter(site::equals).isPresent())
                .orElseThrow(() -> JobId.unknown(id.toString()));
    }

    /** @throws nl.plein.cms.kernel.NotFound {@code unknown-job} if it is none of this agency's that belongs to no site */
    public Job get(AgencyId agency, JobId id) {
        return find(id).filter(job -> job.site().isEmpty()
                        && job.agency().filter(agency::equals).isPresent())
                .orElseThrow(() -> JobId.unknown(id.toString()));
    }

    /** Of one site, newest first, by keyset: give the last one of the page before. Ids grow with time. */
    public List<Job> page(SiteId site, Optional<JobId> before, int most) {
        TypedQuery<Job> jobs = platform.createQuery(
                        "select j from Job j where j.site = :site" + (before.isPresent() ? " and j.id < :before" : "")
                                + " order by j.id desc",
                        Job.class)
                .setParameter("site", site.value())
                .setMaxResults(most);
        before.ifPresent(last -> jobs.setParameter("before", last.value()));
        return jobs.getResultList();
    }

    /** Those that wait or run, of all agencies. */
    public List<Job> unfinished() {
        return platform.createQuery("select j from Job j where j.state in :states", Job.class)
                .setParameter("states", List.of(JobState.WAITING, JobState.RUNNING))
                .getResultList();
    }

    /** Whether an earlier one of its kind on its site waits or runs. */
    boolean hasUnfinishedBefore(Job job) {
        return job.site().isPresent()
                && platform.createQuery(
                                        "select count(j) from Job j where j.site = :site and j.kind = :kind"
                                                + " and j.id < :id and j.state in :states",
                                        Long.class)
                                .setParameter("site", job.site().get().value())
                                .setParameter("kind", job.kind())
                                .setParameter("id", job.id().value())
                                .setParameter("states", List.of(JobState.WAITING, JobState.RUNNING))
                                .getSingleResult()
                        > 0;
    }

    /** How many are in each state, of all agencies; every state is named. */
    public Map<JobState, Long> counts() {
        Map<JobState, Long> counts = new EnumMap<>(JobState.class);
        for (JobState state : JobState.values()) {
            counts.put(state, 0L);
        }
        platform.createQuery("select j.state, count(j) from Job j group by j.state", Object[].class)
                .getResultList()
                .forEach(row -> counts.put((JobState) row[0], (Long) row[1]));
        return counts;
    }

    /** Asks a job to stop. One that waits never starts; one that runs stops at its next look. Idempotent. */
    public void cancel(JobId id) {
        Job job = change(id);
        if (!job.state().isOver()) {
            job.askToCancel(clock.instant());
        }
    }

    Job change(JobId id) {
        Job job = platform.find(Job.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (job == null) {
            throw JobId.unknown(id.toString());
        }
        return job;
    }
}
