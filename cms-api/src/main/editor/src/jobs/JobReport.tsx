import { Download } from "lucide-react";
import { Link } from "react-router";
import type { Site } from "../app/site";
import { Notice } from "../kit/Bits";
import { bytes, inFull } from "../words/dates";
import { addressOf } from "./address";
import type { Job } from "./job";
import { linesOf } from "./report";
import { useSay } from "./words";

/** What came of a job: the archive of an export, else what its report counts, word for word. */
export function JobReport({ site, job }: { site: Site; job: Job }) {
  const say = useSay();
  const report = job.report as Record<string, unknown> | null | undefined;
  if (!report || Object.keys(report).length === 0) {
    return null;
  }
  if (job.kind === "import-markdown") {
    return (
      <p>
        <Link to={addressOf(site, job)}>{say("import.report")}</Link>
      </p>
    );
  }
  const { keptUntil, size } = report;
  return (
    <section className="stack" aria-labelledby="report-title">
      <h2 id="report-title">{say("report")}</h2>
      {job.kind === "export-site" && job.state === "done" && typeof keptUntil === "string" && (
        <Archive site={site} job={job} keptUntil={keptUntil} size={Number(size)} />
      )}
      <dl className="jobs-told">
        {linesOf(report).map(([name, value]) => (
          <div className="jobs-line" key={name}>
            <dt>{isKnown(name) ? say(`name.${name}`) : name}</dt>
            <dd>{said(name, value, site)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const KNOWN = ["size", "sha256", "keptUntil", "version", "versions", "site", "files", "types", "takenHosts"] as const;

function isKnown(name: string): name is (typeof KNOWN)[number] {
  return (KNOWN as readonly string[]).includes(name);
}

function said(name: string, value: string, site: Site): string {
  if (name === "size") {
    return bytes(Number(value));
  }
  return name === "keptUntil" ? inFull(value, site.timeZone) : value;
}

function Archive({ site, job, keptUntil, size }: { site: Site; job: Job; keptUntil: string; size: number }) {
  const say = useSay();
  if (Date.parse(keptUntil) < Date.now()) {
    return (
      <Notice tone="warning">
        <p>{say("archive.gone")}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="good">
      <p>{say("archive.ready", { size: bytes(size), until: inFull(keptUntil, site.timeZone) })}</p>
      <a className="button" href={`/manage/v1/sites/${site.id}/exports/${job.id}/file`} download>
        <Download size={18} strokeWidth={1.5} aria-hidden />
        {say("archive.download")}
      </a>
    </Notice>
  );
}
