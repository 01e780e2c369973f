package nl.plein.cms.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;
import javax.sql.DataSource;
import nl.plein.cms.kernel.Background;
import nl.plein.cms.kernel.Refusal;
import nl.plein.cms.people.Caller;
import nl.plein.cms.people.Calling;
import nl.plein.cms.tenancy.AgencyContext;
import org.jspecify.annotations.Nullable;

/** Runs jobs: any node takes the next one from the database; the job of a node that died is taken up by another. */
@ApplicationScoped
public class JobRunner {

    /** Observers of {@code Startup} that prepare what jobs need have a lower number. */
    public static final int STARTS_AT = 400;

    private static final Logger LOG = System.getLogger(JobRunner.class.getName());
    private static final TaskDescriptor<String> JOB = TaskDescriptor.of("job", String.class);
    private static final int THREADS = 2;
    private static final Duration NEXT_LOOK = Duration.ofSeconds(1);

    @Inject
    DataSource database;

    @Inject
    @Background
    ThreadFactory threads;

    @Inject
    @Any
    Instance<JobHandler> handlers;

    @Inject
    JobSteps steps;

    @Inject
    AgencyContext context;

    @Inject
    Calling calling;

    @Inject
    Clock clock;

    private @Nullable Scheduler scheduler;

    void start(@Observes @Priority(STARTS_AT) Startup event) {
        CustomTask<String> task = Tasks.custom(JOB).execute((instance, execution) -> run(JobId.of(instance.getData())));
        scheduler = Scheduler.create(database, task)
                .threads(THREADS)
                .pollingInterval(Duration.ofMillis(500))
                .heartbeatInterval(Duration.ofSeconds(5))
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(Duration.ofSeconds(10))
                .executorService(Executors.newFixedThreadPool(THREADS, threads))
                .dueExecutor(Executors.newSingleThreadExecutor(threads))
                .housekeeperExecutor(Executors.newScheduledThreadPool(2, threads))
                .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
                .build();
        scheduler.start();
    }

    @PreDestroy
    void stop() {
        if (scheduler != null) {
            scheduler.stop();
        }
    }

    void schedule(JobId id) {
        started().schedule(JOB.instance(id.toString()).data(id.toString()).scheduledTo(clock.instant()));
    }

    private Scheduler started() {
        if (scheduler == null) {
            throw new IllegalStateException("jobs can be enqueued once the installation has started");
        }
        return scheduler;
    }

    private CompletionHandler<String> run(JobId id) {
        Optional<Duration> pause =
                switch (steps.begin(id)) {
                    case NOW -> perform(id);
                    case LATER -> Optional.of(NEXT_LOOK);
                    case NEVER -> Optional.empty();
                };
        return pause.isEmpty()
                ? new CompletionHandler.OnCompleteRemove<>()
                : (execution, operations) ->
                        operations.reschedule(execution, clock.instant().plus(pause.get()));
    }

    /** @return after which it runs again; empty if it has ended */
    private Optional<Duration> perform(JobId id) {
        Job job = steps.read(id);
        Caller caller = job.person()
                .map(person -> new Caller(Caller.Kind.PERSON, job.person(), "job"))
                .orElse(Caller.SYSTEM);
        Supplier<Optional<Duration>> work = () -> calling.as(caller, () -> handle(job));
        return job.agency().map(agency -> context.in(agency, work)).orElseGet(work);
    }

    private Optional<Duration> handle(Job job) {
        var run = new StoredJobRun(job, steps);
        try {
            handlers.stream()
                    .filter(handler -> handler.kind().equals(job.kind()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no handler for jobs of kind " + job.kind()))
                    .run(run);
            run.flush();
            steps.end(job.id());
        } catch (TryLater later) {
            steps.pause(job.id());
            return Optional.of(later.pause());
        } catch (Refusal refusal) {
            steps.fail(job.id(), refusal.message());
        } catch (Exception | StackOverflowError | OutOfMemoryError e) { // else it would run for ever
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
            LOG.log(Level.ERROR, "job " + job.id() + " (" + job.kind() + ") failed", e);
            steps.fail(job.id(), "The job failed. The log of the server has the cause under " + job.id() + ".");
        }
        return Optional.empty();
    }
}
