import { useState } from "react";
import { api, read } from "../api/client";
import { useSite } from "../app/site";
import { Refusal } from "../kit/Bits";
import { Button } from "../kit/Button";
import { Dialog } from "../kit/Dialog";
import { tell } from "../kit/toasts";
import { inFull } from "../words/dates";
import { nextMorning } from "./clock";
import { TimeField } from "./TimeField";
import { useSay } from "./words";

/** Publishes a release at a time. */
export function LaterRelease({ path, onDone }: { path: { site: string; release: string }; onDone: () => void }) {
  const say = useSay();
  const site = useSite();
  const [at, setAt] = useState(() => nextMorning(new Date(), site.timeZone));
  const [problem, setProblem] = useState<unknown>();

  async function plan() {
    setProblem(undefined);
    try {
      const made = await read(
        api.POST("/manage/v1/sites/{site}/schedules", {
          params: { path: { site: path.site } },
          body: { release: path.release, act: "publish", at },
        }),
      );
      tell(say("schedule.done.publish", { time: inFull(made.at, site.timeZone) }));
      onDone();
    } catch (error) {
      setProblem(error);
    }
  }

  return (
    <Dialog title={say("release.later")} onClose={onDone}>
      <TimeField site={site} value={at} onChange={setAt} />
      {problem !== undefined && <Refusal problem={problem} />}
      <div className="actions end">
        <Button onPress={onDone}>{say("cancel")}</Button>
        <Button look="primary" isDisabled={at === ""} onPress={() => void plan()}>
          {say("schedule.do")}
        </Button>
      </div>
    </Dialog>
  );
}
