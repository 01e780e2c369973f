package nl.plein.cms.publishing;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import nl.plein.cms.content.ThinRevisions;
import nl.plein.cms.jobs.Pulse;

/** Turns days within seconds of midnight, and each hour sweeps what crashes have left and thins out autosaves. */
@ApplicationScoped
class Upkeep {

    private static final Duration HOURLY = Duration.ofHours(1);

    @Inject
    TurnSiteDays turnSiteDays;

    @Inject
    SweepStagings sweepStagings;

    @Inject
    ThinRevisions thinRevisions;

    @Inject
    Pulse pulse;

    void start(@Observes @Priority(Pulse.STARTS_AT) Startup event) {
        pulse.each(Duration.ofSeconds(5), Duration.ofSeconds(5), "turning the days of sites", turnSiteDays::perform);
        pulse.each(Duration.ofSeconds(10), HOURLY, "sweeping what crashes left", sweepStagings::perform);
        pulse.each(Duration.ofMinutes(1), HOURLY, "thinning out autosaves", thinRevisions::perform);
    }
}
