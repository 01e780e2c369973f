import type { Schemas } from "../api/client";
import { State } from "../kit/Bits";
import { useSay } from "./words";

/** How a webhook is doing, in words. */
export function HookState({ webhook }: { webhook: Schemas["WebhookView"] }) {
  const say = useSay();
  if (webhook.state === "active" && webhook.failure) {
    return <State tone="warm">{say("state.failing")}</State>;
  }
  const tone = webhook.state === "active" ? "good" : webhook.state === "paused" ? "plain" : "danger";
  return <State tone={tone}>{say(`state.${webhook.state}`)}</State>;
}
