import { expect, test } from "vitest";
import { type Options, optionsIn, queryOf } from "./options";

test("options survive the way through the address", () => {
  const options: Options = {
    locale: "en",
    audience: undefined,
    hosts: "a.example,b.example",
    source: "https://a.example",
    mapping: "blog",
    drafts: true,
    ignoreExpiry: true,
  };
  expect(optionsIn(new URLSearchParams(queryOf(options, true).toString()))).toEqual(options);
});

test("what is as usual is not said", () => {
  expect(queryOf({ hosts: "  ", drafts: false, ignoreExpiry: false }, false).toString()).toBe("");
});
