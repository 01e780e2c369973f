import { useState } from "react";
import { api, type Schemas } from "../api/client";
import type { Site } from "../app/site";
import { useAct } from "../kit/act";
import { TextInput } from "../kit/Field";
import { FormDialog } from "../kit/FormDialog";
import { EventChoice } from "./events";
import { useSay } from "./words";

export function ChangeWebhook({
  site,
  webhook,
  tag,
  onClose,
}: {
  site: Site;
  webhook: Schemas["WebhookView"];
  tag: string;
  onClose: () => void;
}) {
  const say = useSay();
  const doing = useAct(["webhooks", site.id]);
  const [url, setUrl] = useState(webhook.url);
  const [events, setEvents] = useState(webhook.events);
  async function change() {
    const isChanged = await doing.perform(
      () =>
        api.PUT("/manage/v1/sites/{site}/webhooks/{webhook}", {
          params: { path: { site: site.id, webhook: webhook.id }, header: { "If-Match": tag } },
          body: { url: url.trim(), events, state: webhook.state === "active" ? "active" : "paused" },
        }),
      say("change.done"),
    );
    if (isChanged) {
      onClose();
    }
  }
  return (
    <FormDialog
      title={say("change.title")}
      act={say("change.do")}
      doing={doing}
      canSubmit={url.trim() !== "" && events.length > 0}
      onSubmit={() => void change()}
      onClose={onClose}
    >
      <TextInput label={say("url")} hint={say("url.hint")} type="url" value={url} onChange={setUrl} />
      <EventChoice value={events} onChange={setEvents} />
    </FormDialog>
  );
}
