import { expect, test } from "vitest";
import { ALL, bulkFilterOf, filtersOf, narrows, searchOf } from "./filters";

test("what goes without saying is not in the address", () => {
  expect(searchOf(ALL).toString()).toBe("");
});

test("a list is the same after its address was read again", () => {
  const filters = { ...ALL, type: "news", state: "changed", mine: true, title: "brug & water", sort: "title" } as const;
  expect(filtersOf(new URLSearchParams(searchOf(filters).toString()))).toEqual({
    ...filters,
    locale: undefined,
  });
});

test("an address that somebody made up shows everything rather than nothing", () => {
  expect(filtersOf(new URLSearchParams("place=moon&sort=luck&state=odd"))).toMatchObject(ALL);
});

test("a bulk change means the list that is shown, whatever its order", () => {
  expect(bulkFilterOf({ ...ALL, mine: true, title: " brug " }, "noor")).toEqual({
    title: "brug",
    writer: "noor",
  });
});

test("only what narrows the list counts as a filter", () => {
  expect(narrows({ ...ALL, place: "trash", sort: "title" })).toBe(false);
  expect(narrows({ ...ALL, title: "brug" })).toBe(true);
});
