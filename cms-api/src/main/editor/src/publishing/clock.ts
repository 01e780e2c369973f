/** "2026-03-29T09:00": a moment as the clock of a site shows it, for a field of the browser. */
export function onClock(moment: Date, timeZone: string): string {
  const parts = new Map(
    new Intl.DateTimeFormat("en-CA", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
    })
      .formatToParts(moment)
      .map((part) => [part.type, part.value]),
  );
  return `${parts.get("year")}-${parts.get("month")}-${parts.get("day")}T${parts.get("hour")}:${parts.get("minute")}`;
}

/** Nine o'clock on the day after this moment, on the clock of a site: when plans are usually made for. */
export function nextMorning(moment: Date, timeZone: string): string {
  const tomorrow = new Date(moment.getTime() + 86_400_000);
  return `${onClock(tomorrow, timeZone).slice(0, 10)}T09:00`;
}

/** "Europe/Amsterdam" as people say it: "Amsterdam". */
export function clockName(timeZone: string): string {
  return (timeZone.split("/").at(-1) ?? timeZone).replaceAll("_", " ");
}
