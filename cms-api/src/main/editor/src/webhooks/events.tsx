import type { Schemas } from "../api/client";
import { Check } from "../kit/Field";
import { useSay } from "./words";

export type HookEvent = Schemas["WebhookEvent"];

export const EVENTS: HookEvent[] = [
  "entry-published",
  "entry-changed",
  "entry-removed",
  "entry-erased",
  "part-changed",
];

/** Which events are wanted. */
export function EventChoice({ value, onChange }: { value: HookEvent[]; onChange: (events: HookEvent[]) => void }) {
  const say = useSay();
  return (
    <fieldset className="field">
      <legend>{say("events.which")}</legend>
      {EVENTS.map((event) => (
        <Check
          key={event}
          checked={value.includes(event)}
          onChange={(isWanted) => onChange(EVENTS.filter((one) => (one === event ? isWanted : value.includes(one))))}
        >
          {say(`event.${event}`)}
        </Check>
      ))}
    </fieldset>
  );
}
