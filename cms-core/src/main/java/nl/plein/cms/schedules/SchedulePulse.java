package nl.plein.cms.schedules;

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
import nl.plein.cms.jobs.JobRunner;
import nl.plein.cms.kernel.Background;
import nl.plein.cms.kernel.Settings;
import org.jspecify.annotations.Nullable;

/** Looks each second for what is due. Every node does. The setting {@code plein.upkeep=off} leaves it to whoever calls {@link RunSchedules}. */
@ApplicationScoped
class SchedulePulse {

    private static final Logger LOG = System.getLogger(SchedulePulse.class.getName());

    @Inject
    RunSchedules runSchedules;

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
        pulse.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (pulse != null) {
            pulse.shutdownNow();
        }
    }

    private void look() {
        try {
            runSchedules.perform();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "schedules are looked at again at the next pulse", e);
        }
    }
}
