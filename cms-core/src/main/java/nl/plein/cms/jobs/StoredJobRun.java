package nl.plein.cms.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import nl.plein.cms.kernel.SiteId;
import tools.jackson.databind.JsonNode;

/** Tells the database how far a job is, but not more often than people look: twice a second. */
final class StoredJobRun implements JobRun {

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(500);

    private final Job job;
    private final JobSteps steps;
    private final List<String> lines = new ArrayList<>();
    private long done;
    private long total;
    private boolean cancelled;
    private long nextWrite;

    StoredJobRun(Job job, JobSteps steps) {
        this.job = job;
        this.steps = steps;
        this.nextWrite = System.nanoTime();
    }

    @Override
    public JobId id() {
        return job.id();
    }

    @Override
    public JsonNode input() {
        return job.input();
    }

    @Override
    public Optional<SiteId> site() {
        return job.site();
    }

    @Override
    public void progress(long newDone, long newTotal) {
        done = newDone;
        total = newTotal;
        flushNowAndThen();
    }

    @Override
    public void log(String line) {
        lines.add(line);
        flushNowAndThen();
    }

    @Override
    public void report(JsonNode report) {
        steps.change(job.id(), stored -> stored.report(report));
    }

    @Override
    public boolean cancelled() {
        flushNowAndThen();
        return cancelled;
    }

    void flush() {
        steps.change(job.id(), stored -> {
            stored.progress(done, total);
            lines.forEach(stored::addToLog);
            cancelled = stored.isCancelAsked();
        });
        lines.clear();
        nextWrite = System.nanoTime() + PAUSE;
    }

    private void flushNowAndThen() {
        if (System.nanoTime() - nextWrite >= 0) {
            flush();
        }
    }
}
