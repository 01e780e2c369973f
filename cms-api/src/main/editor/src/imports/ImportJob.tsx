import { useParams, useSearchParams } from "react-router";
import { useSite } from "../app/site";
import { useTitle } from "../app/title";
import { isOver, JobLog, JobProgress, useJob } from "../jobs/door";
import { PageHead, Refusal, Shapes } from "../kit/Bits";
import { BackLink } from "../kit/Button";
import { AfterTrial } from "./AfterTrial";
import { Counts } from "./Counts";
import { ImportedFiles } from "./ImportedFiles";
import { Notes } from "./Notes";
import { optionsIn } from "./options";
import { type Report, reportOf } from "./report";
import { type Step, Steps } from "./Steps";
import { useSay } from "./words";
import "./imports.css";

/** One import, or its dry run: how far it is, what came of it, and how to go on. */
export default function ImportJob() {
  const site = useSite();
  const say = useSay();
  const { job: id = "" } = useParams();
  const [query] = useSearchParams();
  const asked = useJob(site, id);
  const job = asked.data;
  const report = job && reportOf(job);
  const isTrial = report?.dryRun === true;
  const title = !job || !isOver(job) ? say("reading") : say(isTrial ? "trial.title" : "report.title");
  useTitle(title);
  return (
    <div className="page">
      <BackLink to={`/sites/${site.id}/imports`}>{say("back")}</BackLink>
      <PageHead title={title} lead={job && isOver(job) && isTrial ? say("trial.lead") : undefined} />
      <Steps at={stepOf(job && isOver(job), report)} />
      {asked.isPending && <Shapes />}
      {asked.isError && <Refusal problem={asked.error} onRetry={() => asked.refetch()} />}
      {job && <JobProgress site={site} job={job} />}
      {job && report && isOver(job) && (
        <>
          <Counts report={report} />
          <Notes notes={report.notes ?? []} omitted={report.omittedNotes ?? 0} />
          {isTrial && report.mapping && (
            <AfterTrial key={job.id} site={site} proposed={report.mapping} options={optionsIn(query)} />
          )}
        </>
      )}
      {job && isOver(job) && <ImportedFiles site={site} job={job} isTrial={isTrial} />}
      {job && <JobLog job={job} />}
    </div>
  );
}

function stepOf(over: boolean | undefined, report: Report | undefined): Step {
  if (!over) {
    return "import";
  }
  return report?.dryRun ? "mapping" : "report";
}
