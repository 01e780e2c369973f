import { useState } from "react";
import { useNavigate } from "react-router";
import { api, read, type Schemas } from "../api/client";
import type { Site } from "../app/site";
import { useAct } from "../kit/act";
import { Refusal } from "../kit/Bits";
import { Button } from "../kit/Button";
import { Confirm } from "../kit/Dialog";
import { Secret } from "../kit/Secret";
import { RowMenu } from "../kit/Table";
import { inFull } from "../words/dates";
import { ChangeWebhook } from "./ChangeWebhook";
import { ReplayWebhook } from "./ReplayWebhook";
import { useSay } from "./words";

type Asked = "change" | "replay" | "rotate" | "remove";

/** What can be done with a webhook. */
export function HookActs({ site, webhook, tag }: { site: Site; webhook: Schemas["WebhookView"]; tag: string }) {
  const say = useSay();
  const navigate = useNavigate();
  const doing = useAct(["webhooks", site.id], ["deliveries", site.id, webhook.id]);
  const [asked, setAsked] = useState<Asked>();
  const [rotated, setRotated] = useState<Schemas["RotatedSecret"]>();
  const path = { site: site.id, webhook: webhook.id };
  const isActive = webhook.state === "active";

  const test = () =>
    doing.perform(
      () => api.POST("/manage/v1/sites/{site}/webhooks/{webhook}/tests", { params: { path } }),
      say("test.done"),
    );
  const become = (state: "active" | "paused") =>
    doing.perform(
      () =>
        api.PUT("/manage/v1/sites/{site}/webhooks/{webhook}", {
          params: { path, header: { "If-Match": tag } },
          body: { url: webhook.url, events: webhook.events, state },
        }),
      say(state === "active" ? "resume.done" : "pause.done"),
    );
  const rotate = () =>
    doing.perform(async () => {
      setRotated(await read(api.POST("/manage/v1/sites/{site}/webhooks/{webhook}/secrets", { params: { path } })));
    });
  async function remove() {
    const isGone = await doing.perform(
      () => api.DELETE("/manage/v1/sites/{site}/webhooks/{webhook}", { params: { path, header: { "If-Match": "*" } } }),
      say("remove.done"),
    );
    if (isGone) {
      void navigate(`/sites/${site.id}/webhooks`);
    }
  }

  return (
    <>
      <Button look="primary" onPress={() => void test()}>
        {say("test")}
      </Button>
      <Button onPress={() => void become(isActive ? "paused" : "active")}>{say(isActive ? "pause" : "resume")}</Button>
      <RowMenu
        name={webhook.url}
        items={[
          { id: "change", label: say("change"), onAct: () => setAsked("change") },
          { id: "replay", label: say("replay"), onAct: () => setAsked("replay") },
          { id: "rotate", label: say("rotate"), onAct: () => setAsked("rotate") },
          { id: "remove", label: say("remove"), isDanger: true, onAct: () => setAsked("remove") },
        ]}
      />
      {doing.problem !== undefined && <Refusal problem={doing.problem} />}
      {asked === "change" && (
        <ChangeWebhook site={site} webhook={webhook} tag={tag} onClose={() => setAsked(undefined)} />
      )}
      {asked === "replay" && <ReplayWebhook site={site} webhook={webhook} onClose={() => setAsked(undefined)} />}
      {(asked === "rotate" || asked === "remove") && (
        <Confirm
          title={say(`${asked}.title`)}
          act={say(asked)}
          onAct={() => void (asked === "rotate" ? rotate() : remove())}
          onClose={() => setAsked(undefined)}
        >
          <p>{say(`${asked}.text`)}</p>
        </Confirm>
      )}
      {rotated && (
        <Secret
          title={say("rotate.done")}
          label={say("secret.label")}
          value={rotated.secret ?? ""}
          onClose={() => setRotated(undefined)}
        >
          <p>{say("rotate.until", { at: inFull(rotated.previousUntil) })}</p>
        </Secret>
      )}
    </>
  );
}
