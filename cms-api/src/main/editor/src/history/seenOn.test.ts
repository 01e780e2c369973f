import { expect, test } from "vitest";
import { seenOn } from "./seenOn";

const ZONE = "Europe/Amsterdam";
const MARCH = [{ from: "2026-03-03T08:00:00Z", until: "2026-03-10T08:00:00Z" }];

test("a page that was replaced during a day is the newer one on that day", () => {
  expect(seenOn(MARCH, "2026-03-09", ZONE)).toBe(true);
  expect(seenOn(MARCH, "2026-03-10", ZONE)).toBe(false);
});

test("before it was published nobody saw it", () => {
  expect(seenOn(MARCH, "2026-03-02", ZONE)).toBe(false);
  expect(seenOn(MARCH, "2026-03-03", ZONE)).toBe(true);
});

test("days are those of the site: just before midnight elsewhere is the next day here", () => {
  expect(seenOn([{ from: "2026-03-03T23:30:00Z" }], "2026-03-03", ZONE)).toBe(false);
});

test("what is live is seen on every day since", () => {
  expect(seenOn([{ from: "2026-03-03T08:00:00Z", until: null }], "2031-01-01", ZONE)).toBe(true);
});
