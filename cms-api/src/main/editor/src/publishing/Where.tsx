import { useQuery } from "@tanstack/react-query";
import { api, read } from "../api/client";
import type { Site } from "../app/site";
import { State } from "../kit/Bits";
import { short } from "../words/dates";
import { inLanguage, useLanguage } from "../words/language";
import { isUnderway } from "./standing";
import type { Standing } from "./useStanding";
import { useSay } from "./words";

/** Where a draft stands, in words: what visitors have of it, what its workflow says, what is planned. */
export function Where({
  site,
  entry,
  locale,
  standing,
}: {
  site: Site;
  entry: string;
  locale: string;
  standing: Standing;
}) {
  const say = useSay();
  const language = useLanguage();
  const since = useLiveSince(site, entry, locale, standing.translation?.publishedRevision);
  const workflow = standing.workflow.data;
  const time = since && short(since, site.timeZone);
  return (
    <span className="publishing-where">
      {standing.seen === "this" && (
        <State tone="good">{time ? say("where.live", { time }) : say("where.liveOnly")}</State>
      )}
      {standing.seen === "older" && (
        <State tone="warm">{time ? say("where.older", { time }) : say("where.olderOnly")}</State>
      )}
      {workflow && isUnderway(workflow, standing.states) && standing.seen !== "this" && (
        <State tone="accent">{inLanguage(workflow.stateName, language)}</State>
      )}
      {standing.seen === "nothing" && workflow && !isUnderway(workflow, standing.states) && (
        <State>{say("where.draft")}</State>
      )}
      {standing.planned.map((plan) => (
        <State tone="accent" key={plan.id}>
          {say(`where.planned.${plan.act}`, { time: short(plan.at, site.timeZone) })}
        </State>
      ))}
    </span>
  );
}

/** Since when visitors have what they see: the history tells it, if it is among the newest of it. */
function useLiveSince(site: Site, entry: string, locale: string, published: string | undefined): string | undefined {
  const history = useQuery({
    queryKey: ["history", site.id, entry, locale, "since", published],
    enabled: published !== undefined,
    staleTime: 60_000,
    queryFn: () =>
      read(
        api.GET("/manage/v1/sites/{site}/entries/{entry}/translations/{locale}/revisions", {
          params: { path: { site: site.id, entry, locale }, query: { pageSize: 20 } },
        }),
      ),
  });
  return history.data?.items.find((one) => one.revision === published)?.shown?.find((time) => !time.until)?.from;
}
