package nl.plein.cms.jobs;

import java.time.Duration;

/** A job can't be done now, for a reason outside of this installation: it waits, and runs again after a pause. */
public final class TryLater extends Exception {

    private static final long serialVersionUID = 1;

    private final Duration pause;

    public TryLater(Duration pause) {
        super("try again in " + pause, null, false, false);
        this.pause = pause;
    }

    Duration pause() {
        return pause;
    }
}
