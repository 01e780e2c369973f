package nl.plein.api.rendering;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import nl.plein.cms.jobs.JobRunner;
import nl.plein.cms.jobs.Turns;
import nl.plein.cms.kernel.Background;
import nl.plein.cms.kernel.Settings;
import org.jspecify.annotations.Nullable;

/** Once a day one of the nodes forgets old roots and sweeps the blobs. Killed in the middle, the next day goes on. */
@ApplicationScoped
class RootUpkeep {

    private static final Logger LOG = System.getLogger(RootUpkeep.class.getName());
    private static final String TURN = "sweep-blobs";
    private static final Duration DAILY = Duration.ofHours(24);
    private static final int FIRST_LOOK_MINUTES = 10;
    private static final int LOOK_MINUTES = 60;

    @Inject
    SweepBlobs sweepBlobs;

    @Inject
    Turns turns;

    @Inject
    Settings settings;

    @Inject
    @Background
    ThreadFactory threads;

    private @Nullable ScheduledExecutorService pulse;

    void start(@Observes @Priority(JobRunner.STARTS_AT + 100) Startup event) {
        if (settings.get("plein.upkeep").filter("off"::equals).isEmpty()) {
            pulse = Executors.newSingleThreadScheduledExecutor(threads);
            pulse.scheduleWithFixedDelay(this::look, FIRST_LOOK_MINUTES, LOOK_MINUTES, TimeUnit.MINUTES);
        }
    }

    @PreDestroy
    void stop() {
        if (pulse != null) {
            pulse.shutdownNow();
        }
    }

    private void look() {
        try {
            if (turns.take(TURN, DAILY)) {
                long swept = sweepBlobs.regularly();
                LOG.log(Level.INFO, "swept " + swept + " files that nothing needs any more");
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the blobs are swept at the next turn", e);
        }
    }
}
