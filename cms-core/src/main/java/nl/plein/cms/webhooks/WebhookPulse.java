package nl.plein.cms.webhooks;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import nl.plein.cms.jobs.Pulse;
import nl.plein.cms.jobs.Turns;

/** Looks twice a second for what is to be sent, and once an hour for lines of the log that are old. */
@ApplicationScoped
class WebhookPulse {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration HOUR = Duration.ofHours(1);

    @Inject
    SendWebhooks sendWebhooks;

    @Inject
    Webhooks webhooks;

    @Inject
    Turns turns;

    @Inject
    Pulse pulse;

    @Inject
    Clock clock;

    void start(@Observes @Priority(Pulse.STARTS_AT) Startup event) {
        pulse.each(SECOND, SECOND.dividedBy(2), "sending webhooks", sendWebhooks::look);
        pulse.each(HOUR, HOUR, "forgetting old lines of the log of webhooks", this::forget);
    }

    private void forget() {
        if (turns.take("webhook-log", HOUR)) {
            webhooks.forgetBefore(clock.instant().minus(Webhooks.LOG));
        }
    }
}
