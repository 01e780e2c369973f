import { useQueries } from "@tanstack/react-query";
import { api, read } from "../api/client";
import { may, type Site } from "../app/site";
import { EntryLink } from "../content/door";
import { Notice } from "../kit/Bits";
import { ButtonLink } from "../kit/Button";
import { short } from "../words/dates";
import { useSay } from "./words";

/** Plans that could not be carried out: they wait for somebody, so they are told before all else. */
export function Stuck({ site }: { site: Site }) {
  const say = useSay();
  const lists = useQueries({
    queries: ["refused", "failed"].map((state) => ({
      queryKey: ["schedules", site.id, state],
      enabled: may(site, "content.publish"),
      queryFn: () =>
        read(
          api.GET("/manage/v1/sites/{site}/schedules", {
            params: { path: { site: site.id }, query: { state, pageSize: 5 } },
          }),
        ),
    })),
  });
  const stuck = lists.flatMap((list) => list.data?.items ?? []);
  if (stuck.length === 0) {
    return null;
  }
  return (
    <Notice tone="warning">
      <h2>{say("stuck", { count: stuck.length })}</h2>
      <ul>
        {stuck.map((plan) => (
          <li key={plan.id}>
            {plan.entry ? <EntryLink site={site} entry={plan.entry} locale={plan.locale} /> : say("stuck.release")}{" "}
            <span className="soft">
              {short(plan.at, site.timeZone)}
              {plan.refusal && ` · ${plan.refusal.detail}`}
            </span>
          </li>
        ))}
      </ul>
      <ButtonLink to={`/sites/${site.id}/schedules?state=refused`}>{say("stuck.mend")}</ButtonLink>
    </Notice>
  );
}
