export interface ShownTime {
  from: string;
  until?: string | null;
}

/** Whether visitors saw it at the end of a day ("2026-03-29") on the clock of a site. */
export function seenOn(times: readonly ShownTime[], date: string, timeZone: string): boolean {
  const dayOf = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  const day = (moment: string) => dayOf.format(new Date(moment));
  return times.some((time) => day(time.from) <= date && (!time.until || day(time.until) > date));
}
