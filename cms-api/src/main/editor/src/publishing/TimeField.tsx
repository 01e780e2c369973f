import type { Site } from "../app/site";
import { TextInput } from "../kit/Field";
import { clockName, onClock } from "./clock";
import { useSay } from "./words";

/** A time on the clock of the site, which is said, since whoever plans may sit elsewhere. */
export function TimeField({
  site,
  value,
  error,
  onChange,
}: {
  site: Site;
  value: string;
  error?: string;
  onChange: (value: string) => void;
}) {
  const say = useSay();
  return (
    <TextInput
      type="datetime-local"
      label={say("schedule.at")}
      hint={say("schedule.clock", { clock: clockName(site.timeZone) })}
      error={error}
      value={value}
      min={onClock(new Date(), site.timeZone)}
      onChange={onChange}
    />
  );
}
