package nl.plein.cms.schedules;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import nl.plein.cms.jobs.Pulse;

/** Looks each second for what is due. */
@ApplicationScoped
class SchedulePulse {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Inject
    RunSchedules runSchedules;

    @Inject
    Pulse pulse;

    void start(@Observes @Priority(Pulse.STARTS_AT) Startup event) {
        pulse.each(SECOND, SECOND, "doing what is due", runSchedules::perform);
    }
}
