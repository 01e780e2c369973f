package nl.plein.cms.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.function.Consumer;

/** Writes down what happens to a job, each step in a transaction of its own. */
@ApplicationScoped
class JobSteps {

    @Inject
    Jobs jobs;

    @Inject
    Clock clock;

    /** When a job may run. */
    enum Turn {
        NOW,
        LATER,
        /** It was cancelled, or had ended before. */
        NEVER
    }

    /** Begins it if it is its turn: jobs of one kind on one site run one after the other, in the order they were asked for. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Turn begin(JobId id) {
        Job job = jobs.change(id);
        if (job.state().isOver()) {
            return Turn.NEVER;
        }
        if (jobs.hasUnfinishedBefore(job)) {
            return Turn.LATER;
        }
        job.begin();
        return Turn.NOW;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void change(JobId id, Consumer<Job> step) {
        step.accept(jobs.change(id));
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void end(JobId id) {
        Job job = jobs.change(id);
        job.end(job.isCancelAsked() ? JobState.CANCELLED : JobState.DONE, clock.instant());
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void pause(JobId id) {
        Job job = jobs.change(id);
        job.pause();
        if (job.isCancelAsked()) {
            job.end(JobState.CANCELLED, clock.instant());
        }
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void fail(JobId id, String why) {
        jobs.change(id).fail(why, clock.instant());
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Job read(JobId id) {
        return jobs.get(id);
    }
}
