import { currentLanguage } from "./language";

const TAG = { nl: "nl-NL", en: "en-GB" } as const;

/** "3 maart 2026 09:00", on the clock of the browser or of a site. */
export function inFull(instant: string, timeZone?: string): string {
  return new Intl.DateTimeFormat(TAG[currentLanguage()], { dateStyle: "long", timeStyle: "short", timeZone }).format(
    new Date(instant),
  );
}

/** "3 mrt 09:00"; with the year if it is another one. */
export function short(instant: string, timeZone?: string): string {
  const date = new Date(instant);
  const year = date.getFullYear() === new Date().getFullYear() ? undefined : "numeric";
  return new Intl.DateTimeFormat(TAG[currentLanguage()], {
    day: "numeric",
    month: "short",
    year,
    hour: "2-digit",
    minute: "2-digit",
    timeZone,
  }).format(date);
}

/** "3 maart 2026" */
export function day(date: string): string {
  return new Intl.DateTimeFormat(TAG[currentLanguage()], { dateStyle: "long" }).format(
    new Date(date.length === 10 ? `${date}T12:00:00` : date),
  );
}

const STEPS: Array<[Intl.RelativeTimeFormatUnit, number]> = [
  ["minute", 60],
  ["hour", 3600],
  ["day", 86_400],
  ["week", 604_800],
];

/** "5 minuten geleden"; after four weeks the day itself. */
export function ago(instant: string, now: number = Date.now()): string {
  const seconds = (new Date(instant).getTime() - now) / 1000;
  const size = Math.abs(seconds);
  if (size > 4 * 604_800) {
    return day(instant);
  }
  const relative = new Intl.RelativeTimeFormat(TAG[currentLanguage()], { numeric: "auto" });
  const step = STEPS.findLast(([, length]) => size >= length);
  return step ? relative.format(Math.round(seconds / step[1]), step[0]) : relative.format(0, "second");
}

/** "12 kB" */
export function bytes(count: number): string {
  const format = new Intl.NumberFormat(TAG[currentLanguage()], { maximumFractionDigits: count < 10_000_000 ? 1 : 0 });
  return count < 1_000_000
    ? `${format.format(Math.max(1, Math.round(count / 1000)))} kB`
    : `${format.format(count / 1_000_000)} MB`;
}
