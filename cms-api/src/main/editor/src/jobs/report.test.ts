import { expect, test } from "vitest";
import { linesOf } from "./report";

test("a report is told as names and values, without what is empty", () => {
  expect(linesOf({ size: 12, rows: { entries: 3 }, types: ["news", "page"], takenHosts: [], failure: null })).toEqual([
    ["size", "12"],
    ["rows entries", "3"],
    ["types", "news, page"],
  ]);
});
