import { useQuery } from "@tanstack/react-query";
import { ArrowLeft } from "lucide-react";
import { useParams } from "react-router";
import { api, readTagged } from "../api/client";
import { useSite } from "../app/site";
import { useTitle } from "../app/title";
import { Notice, PageHead, Refusal, Shapes } from "../kit/Bits";
import { ButtonLink } from "../kit/Button";
import { short } from "../words/dates";
import { Deliveries } from "./Deliveries";
import { HookActs } from "./HookActs";
import { HookState } from "./HookState";
import { useSay } from "./words";
import "./webhooks.css";

/** A webhook: what it is told, how it is doing, and what was sent. */
export default function OneWebhook() {
  const say = useSay();
  const site = useSite();
  const { webhook: id = "" } = useParams();
  const found = useQuery({
    queryKey: ["webhooks", site.id, id],
    queryFn: () =>
      readTagged(
        api.GET("/manage/v1/sites/{site}/webhooks/{webhook}", { params: { path: { site: site.id, webhook: id } } }),
      ),
  });
  useTitle(found.data?.data.url ?? say("title"));
  if (found.isPending || found.isError) {
    return (
      <div className="page">
        <PageHead title={say("title")} />
        {found.isError ? <Refusal problem={found.error} onRetry={() => found.refetch()} /> : <Shapes />}
      </div>
    );
  }
  const { data: webhook, tag } = found.data;
  const { failure } = webhook;
  return (
    <div className="page">
      <div>
        <ButtonLink
          to={`/sites/${site.id}/webhooks`}
          look="quiet"
          icon={<ArrowLeft size={18} strokeWidth={1.5} aria-hidden />}
        >
          {say("all")}
        </ButtonLink>
      </div>
      <PageHead title={<span className="webhooks-url">{webhook.url}</span>} lead={<HookState webhook={webhook} />}>
        <HookActs site={site} webhook={webhook} tag={tag} />
      </PageHead>
      {failure && (
        <Notice tone="warning">
          <p>{say(`reason.${failure.reason}`)}</p>
          <p>
            {say("failure.tries", { tries: failure.tries })}{" "}
            {failure.nextTryAt && say("failure.next", { at: short(failure.nextTryAt) })}
          </p>
        </Notice>
      )}
      <dl className="webhooks-facts">
        <div>
          <dt>{say("events")}</dt>
          <dd>{webhook.events.map((event) => say(`event.${event}`)).join(", ")}</dd>
        </div>
        <div>
          <dt>{say("told")}</dt>
          <dd>{say("told.of", { told: webhook.toldVersion, version: site.version })}</dd>
        </div>
      </dl>
      <Deliveries site={site} webhook={webhook.id} />
    </div>
  );
}
