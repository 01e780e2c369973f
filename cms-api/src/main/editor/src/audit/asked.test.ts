import { expect, test } from "vitest";
import { filtersOf, questionOf } from "./asked";

test("a last day is asked for as a whole", () => {
  const asked = questionOf({ from: "2026-03-01", until: "2026-03-31" });
  expect(new Date(asked.to ?? "").getTime() - new Date(asked.from ?? "").getTime()).toBeGreaterThan(30 * 86_400_000);
  expect(new Date(asked.to ?? "").getDate()).toBe(1);
});

test("what the address does not say is not asked for", () => {
  expect(filtersOf(new URLSearchParams("what=publishing.&who="))).toEqual({ what: "publishing." });
});
