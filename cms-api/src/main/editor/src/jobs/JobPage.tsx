import { useParams } from "react-router";
import { useSite } from "../app/site";
import { useTitle } from "../app/title";
import { PageHead, Refusal, Shapes } from "../kit/Bits";
import { BackLink } from "../kit/Button";
import { inFull } from "../words/dates";
import { JobLog } from "./JobLog";
import { JobProgress } from "./JobProgress";
import { JobReport } from "./JobReport";
import { JobState } from "./JobState";
import { useJob } from "./job";
import { useSay } from "./words";
import "./jobs.css";

export default function JobPage() {
  const site = useSite();
  const say = useSay();
  const { job: id = "" } = useParams();
  const asked = useJob(site, id);
  const job = asked.data;
  const title = job ? say(`kind.${job.kind}`) : say("one");
  useTitle(title);
  return (
    <div className="page">
      <BackLink to={`/sites/${site.id}/jobs`}>{say("back")}</BackLink>
      <PageHead title={title} />
      {asked.isPending && <Shapes />}
      {asked.isError && <Refusal problem={asked.error} onRetry={() => asked.refetch()} />}
      {job && (
        <>
          <dl className="jobs-told">
            <dt>{say("table.state")}</dt>
            <dd>
              <JobState job={job} />
            </dd>
            <dt>{say("table.begun")}</dt>
            <dd>{inFull(job.createdAt, site.timeZone)}</dd>
            {job.endedAt && (
              <>
                <dt>{say("table.ended")}</dt>
                <dd>{inFull(job.endedAt, site.timeZone)}</dd>
              </>
            )}
          </dl>
          <JobProgress site={site} job={job} />
          <JobReport site={site} job={job} />
          <JobLog job={job} />
        </>
      )}
    </div>
  );
}
