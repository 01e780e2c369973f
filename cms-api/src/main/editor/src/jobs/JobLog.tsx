import type { Job } from "./job";
import { useSay } from "./words";
import "./jobs.css";

/** What a job wrote down, line by line; folded, as few need it. */
export function JobLog({ job }: { job: Job }) {
  const say = useSay();
  const lines = job.log ?? [];
  if (lines.length === 0) {
    return null;
  }
  return (
    <details className="jobs-log">
      <summary>{say("log", { count: lines.length })}</summary>
      <pre>{lines.join("\n")}</pre>
    </details>
  );
}
