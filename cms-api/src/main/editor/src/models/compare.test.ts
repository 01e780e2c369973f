import { expect, test } from "vitest";
import { compare } from "./compare";
import type { TypeDefinition } from "./definition";

const before: TypeDefinition = {
  key: "news",
  name: { nl: "Nieuws" },
  pathPattern: "/nieuws/{slug}",
  fields: [
    { key: "title", kind: "text", maxLength: 120 },
    { key: "intro", kind: "longText" },
    { key: "place", kind: "group", fields: [{ key: "street", kind: "text" }] },
  ],
};

test("two equal definitions differ in nothing", () => {
  expect(compare(before, structuredClone(before))).toEqual([]);
});

test("fields that come, go, get another name, other rules or another place are told", () => {
  const after: TypeDefinition = {
    ...before,
    pathPattern: "/berichten/{slug}",
    fields: [
      { key: "summary", was: "intro", kind: "richText" },
      { key: "title", kind: "text", maxLength: 60, required: true },
      { key: "place", kind: "group", fields: [{ key: "town", kind: "text" }] },
    ],
  };
  expect(compare(before, after)).toEqual([
    { fate: "changed", rule: "pathPattern", from: "/nieuws/{slug}", to: "/berichten/{slug}" },
    { fate: "renamed", field: "summary", from: "intro" },
    { fate: "changed", field: "summary", rule: "kind", from: "longText", to: "richText" },
    { fate: "changed", field: "title", rule: "maxLength", from: "120", to: "60" },
    { fate: "changed", field: "title", rule: "required", from: "", to: "true" },
    { fate: "removed", field: "place / street" },
    { fate: "added", field: "place / town" },
    { fate: "moved", field: "intro" },
    { fate: "moved", field: "title" },
  ]);
});
