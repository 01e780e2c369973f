import { expect, it } from "vitest";
import { toInstant, toLocal } from "./moment";

it("a moment is read and written by the clock of the site, in summer and in winter", () => {
  expect(toInstant("2026-03-03T09:00", "Europe/Amsterdam")).toBe("2026-03-03T09:00:00+01:00");
  expect(toInstant("2026-07-03T09:00", "Europe/Amsterdam")).toBe("2026-07-03T09:00:00+02:00");
  expect(toInstant("2026-03-29T03:30", "Europe/Amsterdam")).toBe("2026-03-29T03:30:00+02:00");
  expect(toInstant("2026-07-03T09:00", "America/St_Johns")).toBe("2026-07-03T09:00:00-02:30");
  expect(toLocal("2026-07-03T07:00:00Z", "Europe/Amsterdam")).toBe("2026-07-03T09:00");
  expect(toLocal("2026-03-03T09:00:00+01:00", "Europe/Amsterdam")).toBe("2026-03-03T09:00");
});
