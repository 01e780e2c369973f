package nl.plein.cms.tasks;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import nl.plein.cms.jobs.Pulse;

/** Looks each five seconds for deadlines that somebody is to be reminded of. */
@ApplicationScoped
class TaskPulse {

    private static final Duration OFTEN = Duration.ofSeconds(5);

    @Inject
    RemindOfTasks remindOfTasks;

    @Inject
    Pulse pulse;

    void start(@Observes @Priority(Pulse.STARTS_AT) Startup event) {
        pulse.each(OFTEN, OFTEN, "reminding of tasks", remindOfTasks::perform);
    }
}
