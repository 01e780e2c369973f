package nl.plein.cms.jobs;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import nl.plein.cms.kernel.Background;
import nl.plein.cms.kernel.Settings;
import org.jspecify.annotations.Nullable;

/**
 * A thread on which small things are done again and again, on every node; they are idempotent, or take {@link Turns}. One that
 * fails is done again at its next time. Begin at {@link #STARTS_AT}. The setting {@code plein.upkeep=off} leaves all of it
 * to whoever calls the verbs.
 */
@Dependent
public class Pulse {

    /** When the server is as good as started, after the jobs. */
    public static final int STARTS_AT = JobRunner.STARTS_AT + 100;

    private static final Logger LOG = System.getLogger(Pulse.class.getName());

    @Inject
    Settings settings;

    @Inject
    @Background
    ThreadFactory threads;

    private @Nullable ScheduledExecutorService thread;

    /** @param pause from the end of one time to the beginning of the next @param what is said in the log if it fails */
    public void each(Duration first, Duration pause, String what, Runnable work) {
        if (settings.get("plein.upkeep").filter("off"::equals).isPresent()) {
            return;
        }
        if (thread == null) {
            thread = Executors.newSingleThreadScheduledExecutor(threads);
        }
        thread.scheduleWithFixedDelay(
                () -> quietly(what, work), first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        if (thread != null) {
            thread.shutdownNow();
        }
    }

    private static void quietly(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, what + " failed, and is done again at the next pulse", e);
        }
    }
}
