package nl.plein.cms.publishing;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import nl.plein.cms.content.ThinRevisions;
import nl.plein.cms.jobs.JobRunner;
import nl.plein.cms.kernel.Background;
import nl.plein.cms.kernel.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Turns days within seconds of midnight, and each hour sweeps what crashes have left and thins out autosaves. Every node does;
 * all are idempotent. The setting {@code plein.upkeep=off} leaves it to whoever calls {@link TurnSiteDays},
 * {@link SweepStagings} and {@link ThinRevisions}.
 */
@ApplicationScoped
class Upkeep {

    private static final Logger LOG = System.getLogger(Upkeep.class.getName());

    @Inject
    TurnSiteDays turnSiteDays;

    @Inject
    SweepStagings sweepStagings;

    @Inject
    ThinRevisions thinRevisions;

    @Inject
    Settings settings;

    @Inject
    @Background
    ThreadFactory threads;

    private @Nullable ScheduledExecutorService pulse;

    void start(@Observes @Priority(JobRunner.STARTS_AT + 100) Startup event) {
        if (settings.get("plein.upkeep").filter("off"::equals).isPresent()) {
            return;
        }
        pulse = Executors.newSingleThreadScheduledExecutor(threads);
        pulse.scheduleWithFixedDelay(() -> quietly(turnSiteDays::perform), 5, 5, TimeUnit.SECONDS);
        pulse.scheduleWithFixedDelay(() -> quietly(sweepStagings::perform), 10, 3_600, TimeUnit.SECONDS);
        pulse.scheduleWithFixedDelay(() -> quietly(thinRevisions::perform), 60, 3_600, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (pulse != null) {
            pulse.shutdownNow();
        }
    }

    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "upkeep goes on at the next pulse", e);
        }
    }
}
