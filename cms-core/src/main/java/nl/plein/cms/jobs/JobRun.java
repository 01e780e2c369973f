package nl.plein.cms.jobs;

import java.util.Optional;
import nl.plein.cms.kernel.SiteId;
import tools.jackson.databind.JsonNode;

/** A job while it runs. The thread works for the job's agency and in the name of whoever enqueued it. */
public interface JobRun {

    JobId id();

    JsonNode input();

    Optional<SiteId> site();

    /** @param total 0 while unknown */
    void progress(long done, long total);

    /** Adds a line that people read. */
    void log(String line);

    /** Replaces the job's report, which stays readable after it has ended; at most 1 Mi characters. */
    void report(JsonNode report);

    /** Whether somebody asked to stop; a handler asks often and then ends in order. */
    boolean cancelled();
}
