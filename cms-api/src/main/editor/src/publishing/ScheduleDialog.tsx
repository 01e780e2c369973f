import { useState } from "react";
import { api, read } from "../api/client";
import { Notice, Refusal } from "../kit/Bits";
import { Button } from "../kit/Button";
import { Dialog } from "../kit/Dialog";
import { Choices } from "../kit/Field";
import { tell } from "../kit/toasts";
import { inFull } from "../words/dates";
import type { PanelProps } from "../writing/door";
import { nextMorning } from "./clock";
import { TimeField } from "./TimeField";
import { useSay } from "./words";

/** Publishes or unpublishes a translation at a time. */
export function ScheduleDialog({
  site,
  entry,
  locale,
  draft,
  what,
  onClose,
}: PanelProps & { what: "publish" | "unpublish"; onClose: () => void }) {
  const say = useSay();
  const [at, setAt] = useState(() => nextMorning(new Date(), site.timeZone));
  const [which, setWhich] = useState<"then" | "now">("then");
  const [problem, setProblem] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);

  async function plan() {
    setBusy(true);
    setProblem(undefined);
    try {
      const made = await read(
        api.POST("/manage/v1/sites/{site}/schedules", {
          params: { path: { site: site.id } },
          body: {
            entry,
            locale,
            act: what,
            at,
            ...(what === "publish" && which === "now" && { revision: draft.revision }),
          },
        }),
      );
      tell(say(`schedule.done.${what}`, { time: inFull(made.at, site.timeZone) }));
      onClose();
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  }

  return (
    <Dialog title={say(`schedule.title.${what}`)} onClose={onClose}>
      <TimeField site={site} value={at} onChange={setAt} />
      {what === "publish" && (
        <Choices
          label={say("schedule.which")}
          value={which}
          onChange={(value) => setWhich(value as typeof which)}
          choices={[
            { value: "then", label: say("schedule.then") },
            { value: "now", label: say("schedule.now") },
          ]}
        />
      )}
      {!draft.isSaved && (
        <Notice>
          <p>{say("bar.saving")}</p>
        </Notice>
      )}
      {problem !== undefined && <Refusal problem={problem} />}
      <div className="actions end">
        <Button onPress={onClose}>{say("cancel")}</Button>
        <Button look="primary" isDisabled={isBusy || at === "" || !draft.isSaved} onPress={() => void plan()}>
          {say("schedule.do")}
        </Button>
      </div>
    </Dialog>
  );
}
