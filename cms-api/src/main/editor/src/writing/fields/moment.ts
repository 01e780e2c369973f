/** `2026-03-03T09:00`, as the clock of a time zone shows an instant. */
export function toLocal(instant: string, timeZone: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) {
    return "";
  }
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(date);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}`;
}

/** The instant at which the clock of a time zone shows this, with the offset that holds then (RFC 3339). */
export function toInstant(local: string, timeZone: string): string {
  const asUtc = new Date(`${local}Z`).getTime();
  let offset = offsetAt(asUtc, timeZone);
  offset = offsetAt(asUtc - offset * 60_000, timeZone);
  const size = Math.abs(offset);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${local}:00${offset < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** Minutes that the clock of a time zone is ahead of UTC at an instant. */
function offsetAt(time: number, timeZone: string): number {
  const local = new Date(`${toLocal(new Date(time).toISOString(), timeZone)}Z`).getTime();
  return Math.round((local - Math.floor(time / 60_000) * 60_000) / 60_000);
}
