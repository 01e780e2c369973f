import { CalendarClock } from "lucide-react";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { api, read, type Schemas } from "../api/client";
import { may, type Site, useSite } from "../app/site";
import { useTitle } from "../app/title";
import { EntryLink } from "../content/door";
import { Empty, PageHead, State, type Tone } from "../kit/Bits";
import { Button } from "../kit/Button";
import { Pages } from "../kit/Pages";
import { inFull } from "../words/dates";
import { clockName } from "./clock";
import { RescheduleDialog } from "./RescheduleDialog";
import { useSay } from "./words";
import "./publishing.css";

type Plan = Schemas["ScheduleView"];

const STATES = ["waiting", "refused", "done", "cancelled"] as const;
const TONES: Record<Plan["state"], Tone> = {
  waiting: "accent",
  done: "good",
  refused: "danger",
  failed: "danger",
  cancelled: "plain",
};

/** What is to happen at a time, and what became of it. Times are those of the site's clock. */
export default function Schedules() {
  const say = useSay();
  const site = useSite();
  const [search] = useSearchParams();
  const state = STATES.find((one) => one === search.get("state")) ?? "waiting";
  useTitle(say("schedules"));
  return (
    <div className="page">
      <PageHead title={say("schedules")} lead={say("schedules.lead", { clock: clockName(site.timeZone) })} />
      <nav className="tabs" aria-label={say("schedules.states")}>
        {STATES.map((one) => (
          <Link
            key={one}
            className="tab"
            to={{ search: one === "waiting" ? "" : `state=${one}` }}
            aria-current={one === state ? "page" : undefined}
          >
            {say(`schedules.${one}`)}
          </Link>
        ))}
      </nav>
      <Pages
        name={["schedules", site.id, "all", state]}
        fetch={(cursor) =>
          read(
            api.GET("/manage/v1/sites/{site}/schedules", {
              params: { path: { site: site.id }, query: { state, cursor, pageSize: 50 } },
            }),
          )
        }
        empty={
          <Empty
            icon={<CalendarClock size={28} strokeWidth={1.5} aria-hidden />}
            title={say(`schedules.none.${state}`)}
          >
            <p>{say("schedules.teach")}</p>
          </Empty>
        }
      >
        {(plans) => (
          <ul className="publishing-items">
            {plans.map((plan) => (
              <li key={plan.id} className="publishing-item">
                <Line site={site} plan={plan} />
              </li>
            ))}
          </ul>
        )}
      </Pages>
    </div>
  );
}

function Line({ site, plan }: { site: Site; plan: Plan }) {
  const say = useSay();
  const [isChanging, setChanging] = useState(false);
  const canChange = may(site, "content.publish") && (plan.state === "waiting" || plan.state === "refused");
  return (
    <>
      <span className="row">
        <State tone={TONES[plan.state]}>{say(`schedules.state.${plan.state}`)}</State>
        <strong>{inFull(plan.at, site.timeZone)}</strong>
        <span>{say(`schedules.act.${plan.act}`)}</span>
        {plan.entry ? (
          <EntryLink site={site} entry={plan.entry} locale={plan.locale} />
        ) : (
          <Link to={`/sites/${site.id}/releases/${plan.release}`}>{say("schedules.release")}</Link>
        )}
        {plan.locale && site.locales.length > 1 && <span className="soft">{plan.locale}</span>}
      </span>
      {canChange && (
        <span className="actions">
          <Button onPress={() => setChanging(true)}>{say("schedules.change")}</Button>
        </span>
      )}
      {plan.clock !== "plain" && <p className="soft small">{say(`schedules.clock.${plan.clock}`)}</p>}
      {plan.revision && plan.state === "waiting" && <p className="soft small">{say("schedules.oneText")}</p>}
      {plan.refusal && <p>{plan.refusal.detail}</p>}
      {plan.refusal && plan.refusal.errors.length > 0 && (
        <ul>
          {plan.refusal.errors.map((error) => (
            <li key={`${error.pointer} ${error.code}`}>{error.message}</li>
          ))}
        </ul>
      )}
      {isChanging && <RescheduleDialog site={site} plan={plan} onClose={() => setChanging(false)} />}
    </>
  );
}
