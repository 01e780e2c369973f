import { useSay } from "./words";
import nl from "./words.nl.json";

/** The rooms that leave something in the trail. */
export const ROOMS = [
  "access",
  "accounts",
  "bulk",
  "content",
  "exchange",
  "media",
  "model",
  "participation",
  "people",
  "previews",
  "publishing",
  "releases",
  "review",
  "schedules",
  "tasks",
  "tenancy",
  "theme",
  "webhooks",
  "workflow",
] as const;

/** What was done, in words; of an act that has none yet, its name. */
export function useActName(): (action: string) => string {
  const say = useSay();
  return (action) => {
    const key = `act.${action}`;
    return key in nl ? say(key as keyof typeof nl) : action;
  };
}
