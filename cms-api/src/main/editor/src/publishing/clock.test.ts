import { expect, test } from "vitest";
import { clockName, nextMorning, onClock } from "./clock";

test("a moment is shown on the clock of the site, in summer as in winter", () => {
  expect(onClock(new Date("2026-07-01T22:30:00Z"), "Europe/Amsterdam")).toBe("2026-07-02T00:30");
  expect(onClock(new Date("2026-12-01T22:30:00Z"), "Europe/Amsterdam")).toBe("2026-12-01T23:30");
});

test("the next morning is the one of the site, though it is still today elsewhere", () => {
  expect(nextMorning(new Date("2026-12-01T23:30:00Z"), "Europe/Amsterdam")).toBe("2026-12-03T09:00");
});

test("a clock is called by its city", () => {
  expect(clockName("America/New_York")).toBe("New York");
});
