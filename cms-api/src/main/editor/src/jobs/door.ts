/** What other rooms may use of long work: how far a job is, and how to follow or stop it. */

export { JobLog } from "./JobLog";
export { JobProgress } from "./JobProgress";
export { JobState } from "./JobState";
export { isOver, type Job, jobOf, jobsOf, useJob } from "./job";
