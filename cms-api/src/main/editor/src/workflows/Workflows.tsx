import { useQuery } from "@tanstack/react-query";
import { api, read } from "../api/client";
import { useSite } from "../app/site";
import { useTitle } from "../app/title";
import { PageHead, Refusal, Shapes } from "../kit/Bits";
import { TypeChoices } from "./TypeChoices";
import { WorkflowCard } from "./WorkflowCard";
import { useSay } from "./words";
import "./workflows.css";

/** Which way drafts of each type go to publication, and what those ways are. */
export default function Workflows() {
  const say = useSay();
  const site = useSite();
  const path = { site: site.id };
  const workflows = useQuery({
    queryKey: ["workflows", site.id],
    queryFn: () => read(api.GET("/manage/v1/sites/{site}/workflows", { params: { path } })),
  });
  const choices = useQuery({
    queryKey: ["workflow-choices", site.id],
    queryFn: () => read(api.GET("/manage/v1/sites/{site}/workflow-choices", { params: { path } })),
  });
  useTitle(say("title"));
  const failed = workflows.isError ? workflows : choices.isError ? choices : undefined;
  return (
    <div className="page">
      <PageHead title={say("title")} lead={say("lead")} />
      {failed && <Refusal problem={failed.error} onRetry={() => failed.refetch()} />}
      {(workflows.isPending || choices.isPending) && <Shapes />}
      {workflows.data && choices.data && (
        <>
          <TypeChoices site={site} workflows={workflows.data.items} choices={choices.data.items} />
          <section className="stack" aria-labelledby="workflows-all">
            <h2 id="workflows-all">{say("all")}</h2>
            <div className="workflows-cards">
              {workflows.data.items.map((workflow) => (
                <WorkflowCard
                  key={workflow.workflow}
                  workflow={workflow}
                  used={choices.data.items.filter((choice) => choice.workflow === workflow.workflow).length}
                />
              ))}
            </div>
          </section>
        </>
      )}
    </div>
  );
}
