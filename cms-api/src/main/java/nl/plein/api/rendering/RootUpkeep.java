package nl.plein.api.rendering;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import nl.plein.cms.jobs.Pulse;
import nl.plein.cms.jobs.Turns;

/** Once a day one of the nodes forgets old roots and sweeps the blobs. Killed in the middle, the next day goes on. */
@ApplicationScoped
class RootUpkeep {

    private static final Logger LOG = System.getLogger(RootUpkeep.class.getName());
    private static final String TURN = "sweep-blobs";
    private static final Duration DAILY = Duration.ofHours(24);

    @Inject
    SweepBlobs sweepBlobs;

    @Inject
    Turns turns;

    @Inject
    Pulse pulse;

    void start(@Observes @Priority(Pulse.STARTS_AT) Startup event) {
        pulse.each(Duration.ofMinutes(10), Duration.ofHours(1), "sweeping the blobs", this::look);
    }

    private void look() {
        if (turns.take(TURN, DAILY)) {
            long swept = sweepBlobs.regularly();
            LOG.log(Level.INFO, "swept " + swept + " files that nothing needs any more");
        }
    }
}
