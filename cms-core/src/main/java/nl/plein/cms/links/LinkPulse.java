package nl.plein.cms.links;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import nl.plein.cms.jobs.Pulse;
import nl.plein.cms.jobs.Turns;

/** Looks every other second for addresses that are due, and now and then for links that came or went unnoticed. */
@ApplicationScoped
class LinkPulse {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final Duration DAY = Duration.ofDays(1);

    @Inject
    CheckLinks checkLinks;

    @Inject
    ReadPages readPages;

    @Inject
    ForgetLinks forgetLinks;

    @Inject
    Turns turns;

    @Inject
    Pulse pulse;

    void start(@Observes @Priority(Pulse.STARTS_AT) Startup event) {
        pulse.each(SECOND.multipliedBy(10), SECOND.multipliedBy(2), "checking links", checkLinks::look);
        pulse.each(TEN_MINUTES, TEN_MINUTES, "looking for links that came or went", this::tidy);
    }

    private void tidy() {
        if (checkLinks.isOff()) {
            return;
        }
        if (turns.take("links-read", TEN_MINUTES)) {
            readPages.perform();
        }
        if (turns.take("links-forget", DAY)) {
            forgetLinks.perform();
        }
    }
}
