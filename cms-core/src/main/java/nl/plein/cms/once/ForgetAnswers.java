package nl.plein.cms.once;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import nl.plein.cms.jobs.Pulse;

/** Forgets old answers each hour. */
@ApplicationScoped
class ForgetAnswers {

    @Inject
    Answers answers;

    @Inject
    Pulse pulse;

    void start(@Observes @Priority(Pulse.STARTS_AT) Startup event) {
        pulse.each(Duration.ofMinutes(1), Duration.ofHours(1), "forgetting old answers", answers::forget);
    }
}
