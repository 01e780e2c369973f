import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, readTagged, type Schemas } from "../api/client";
import type { Site } from "../app/site";
import { Refusal } from "../kit/Bits";
import { Button } from "../kit/Button";
import { Dialog } from "../kit/Dialog";
import { tell } from "../kit/toasts";
import { toHeading } from "../kit/toHeading";
import { inFull } from "../words/dates";
import { nextMorning } from "./clock";
import { TimeField } from "./TimeField";
import { useSay } from "./words";

/** Another time for a plan, or none: it is cancelled. */
export function RescheduleDialog({
  site,
  plan,
  onClose,
}: {
  site: Site;
  plan: Schemas["ScheduleView"];
  onClose: () => void;
}) {
  const say = useSay();
  const client = useQueryClient();
  const [at, setAt] = useState(
    plan.state === "waiting" ? plan.siteTime.slice(0, 16) : nextMorning(new Date(), site.timeZone),
  );
  const [problem, setProblem] = useState<unknown>();
  const path = { site: site.id, schedule: plan.id };

  async function attempt(act: (tag: string) => Promise<unknown>, done: () => string) {
    setProblem(undefined);
    try {
      const { tag } = await readTagged(api.GET("/manage/v1/sites/{site}/schedules/{schedule}", { params: { path } }));
      await act(tag);
    } catch (error) {
      setProblem(error);
      return;
    }
    onClose();
    tell(done());
    await client.invalidateQueries({ queryKey: ["schedules"] });
    toHeading();
  }

  return (
    <Dialog title={say("schedules.change")} onClose={onClose}>
      <TimeField site={site} value={at} onChange={setAt} />
      {problem !== undefined && <Refusal problem={problem} />}
      <div className="actions end">
        {plan.state === "waiting" && (
          <Button
            look="danger"
            onPress={() =>
              void attempt(
                (tag) =>
                  api.DELETE("/manage/v1/sites/{site}/schedules/{schedule}", {
                    params: { path, header: { "If-Match": tag } },
                  }),
                () => say("schedule.cancelled"),
              )
            }
          >
            {say("menu.cancelPlan")}
          </Button>
        )}
        <Button onPress={onClose}>{say("close")}</Button>
        <Button
          look="primary"
          isDisabled={at === ""}
          onPress={() => {
            let moment = "";
            void attempt(
              async (tag) => {
                const { data } = await api.PUT("/manage/v1/sites/{site}/schedules/{schedule}", {
                  params: { path, header: { "If-Match": tag } },
                  body: { at, revision: plan.state === "waiting" ? plan.revision : undefined },
                });
                moment = data?.at ?? "";
              },
              () => say("schedules.changed", { time: moment && inFull(moment, site.timeZone) }),
            );
          }}
        >
          {say("schedules.do")}
        </Button>
      </div>
    </Dialog>
  );
}
