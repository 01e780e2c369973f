package nl.plein.cms.presence;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import nl.plein.cms.jobs.Pulse;

/** Looks so often that whoever loses a right is gone within a second: what is believed of rights is half a second old. */
@ApplicationScoped
class PresencePulse {

    private static final Duration OFTEN = Duration.ofMillis(300);

    @Inject
    Presence presence;

    @Inject
    Pulse pulse;

    void start(@Observes @Priority(Pulse.STARTS_AT) Startup event) {
        pulse.each(OFTEN, OFTEN, "looking who is present", presence::look);
    }
}
