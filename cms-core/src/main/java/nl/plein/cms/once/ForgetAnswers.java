package nl.plein.cms.once;

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

/** Forgets old answers each hour. Every node does; it is idempotent. Not with {@code plein.upkeep=off}. */
@ApplicationScoped
class ForgetAnswers {

    private static final Logger LOG = System.getLogger(ForgetAnswers.class.getName());

    @Inject
    Answers answers;

    @Inject
    Settings settings;

    @Inject
    @Background
    ThreadFactory threads;

    private @Nullable ScheduledExecutorService pulse;

    void start(@Observes @Priority(JobRunner.STARTS_AT + 100) Startup event) {
        if (settings.get("plein.upkeep").filter("off"::equals).isEmpty()) {
            pulse = Executors.newSingleThreadScheduledExecutor(threads);
            pulse.scheduleWithFixedDelay(this::forget, 60, 3_600, TimeUnit.SECONDS);
        }
    }

    @PreDestroy
    void stop() {
        if (pulse != null) {
            pulse.shutdownNow();
        }
    }

    private void forget() {
        try {
            answers.forget();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "old answers are forgotten in an hour", e);
        }
    }
}
