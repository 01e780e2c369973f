package nl.plein.cms.jobs;

/**
 * Does one kind of job. A bean of any room. It may be run again after a crash, at any point it had reached: it must be
 * idempotent. It opens its own, short transactions.
 */
public interface JobHandler {

    /** Stable name, kebab-case; stored with the job. */
    String kind();

    /**
     * @param run what is to be done, and where to tell how far it is
     * @throws TryLater  if it is to run again after a pause
     * @throws Exception fails the job with this message; a refusal's sentence is shown to people, others are not
     */
    void run(JobRun run) throws Exception;
}
