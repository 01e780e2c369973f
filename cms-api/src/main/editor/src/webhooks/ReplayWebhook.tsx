import { useState } from "react";
import { api, type Schemas } from "../api/client";
import type { Site } from "../app/site";
import { useAct } from "../kit/act";
import { TextInput } from "../kit/Field";
import { FormDialog } from "../kit/FormDialog";
import { useSay } from "./words";

/** Tells everything after a version once more. */
export function ReplayWebhook({
  site,
  webhook,
  onClose,
}: {
  site: Site;
  webhook: Schemas["WebhookView"];
  onClose: () => void;
}) {
  const say = useSay();
  const doing = useAct(["webhooks", site.id], ["deliveries", site.id, webhook.id]);
  const [after, setAfter] = useState(String(Math.max(0, webhook.toldVersion - 1)));
  async function replay() {
    const isDone = await doing.perform(
      () =>
        api.POST("/manage/v1/sites/{site}/webhooks/{webhook}/replays", {
          params: { path: { site: site.id, webhook: webhook.id } },
          body: { after: Number(after) },
        }),
      say("replay.done"),
    );
    if (isDone) {
      onClose();
    }
  }
  return (
    <FormDialog
      title={say("replay.title")}
      act={say("replay.do")}
      doing={doing}
      canSubmit={/^\d+$/.test(after)}
      onSubmit={() => void replay()}
      onClose={onClose}
    >
      <TextInput
        label={say("replay.after")}
        hint={say("replay.after.hint")}
        inputMode="numeric"
        value={after}
        onChange={setAfter}
      />
    </FormDialog>
  );
}
