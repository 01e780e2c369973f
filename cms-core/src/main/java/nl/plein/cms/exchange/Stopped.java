package nl.plein.cms.exchange;

import nl.plein.cms.jobs.JobRun;

/** Somebody asked a job to stop; what it had begun is left out. */
final class Stopped extends RuntimeException {

    private static final long serialVersionUID = 1;

    private Stopped() {
        super("stopped", null, false, false);
    }

    /** Tells how far a job is, and throws this once it shall stop. */
    static WriteSiteArchive.Watch watching(JobRun run) {
        return (done, total) -> {
            run.progress(done, total);
            if (run.cancelled()) {
                throw new Stopped();
            }
        };
    }
}
