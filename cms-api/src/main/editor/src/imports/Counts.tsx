import type { Report } from "./report";
import { useSay } from "./words";

const COUNTED = [
  "created",
  "updated",
  "unchanged",
  "skipped",
  "failed",
  "published",
  "drafts",
  "archived",
  "authors",
  "tags",
  "attachments",
  "comments",
  "redirects",
  "missingLinks",
] as const;

/** The numbers of a report; what is none of is left out, but for what was made. */
export function Counts({ report }: { report: Report }) {
  const say = useSay();
  const shown = COUNTED.filter((key) => key === "created" || (report[key] ?? 0) > 0);
  return (
    <dl className="imports-counts">
      {shown.map((key) => (
        <div key={key} className={key === "failed" ? "wrong" : undefined}>
          <dt>{say(`count.${key}`)}</dt>
          <dd>{say("number", { count: report[key] ?? 0 })}</dd>
        </div>
      ))}
    </dl>
  );
}
