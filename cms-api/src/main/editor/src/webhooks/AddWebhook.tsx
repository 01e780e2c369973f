import { useState } from "react";
import { useNavigate } from "react-router";
import { api, read, type Schemas } from "../api/client";
import type { Site } from "../app/site";
import { useAct } from "../kit/act";
import { TextInput } from "../kit/Field";
import { FormDialog } from "../kit/FormDialog";
import { Secret } from "../kit/Secret";
import { EVENTS, EventChoice, type HookEvent } from "./events";
import { useSay } from "./words";

export function AddWebhook({ site, onClose }: { site: Site; onClose: () => void }) {
  const say = useSay();
  const navigate = useNavigate();
  const doing = useAct(["webhooks", site.id]);
  const [url, setUrl] = useState("https://");
  const [events, setEvents] = useState<HookEvent[]>(EVENTS);
  const [added, setAdded] = useState<Schemas["AddedWebhook"]>();
  async function add() {
    await doing.perform(async () => {
      setAdded(
        await read(
          api.POST("/manage/v1/sites/{site}/webhooks", {
            params: { path: { site: site.id } },
            body: { url: url.trim(), events },
          }),
        ),
      );
    }, say("added"));
  }
  function leave() {
    onClose();
    void navigate(`/sites/${site.id}/webhooks/${added?.webhook.id}`);
  }
  if (added) {
    return (
      <Secret title={say("secret.title")} label={say("secret.label")} value={added.secret ?? ""} onClose={leave}>
        <p>{say("secret.text")}</p>
      </Secret>
    );
  }
  return (
    <FormDialog
      title={say("add")}
      act={say("add.do")}
      doing={doing}
      canSubmit={url.length > "https://".length && events.length > 0}
      onSubmit={() => void add()}
      onClose={onClose}
    >
      <TextInput label={say("url")} hint={say("url.hint")} type="url" value={url} onChange={setUrl} />
      <EventChoice value={events} onChange={setEvents} />
    </FormDialog>
  );
}
