import { expect, test } from "vitest";
import type { TypeDefinition } from "../content/door";
import { nameOf } from "./fieldNames";

const TYPES = [
  {
    key: "page",
    kind: "entry",
    name: "Pagina",
    fields: [
      { key: "blocks", kind: "blocks", name: { nl: "Blokken" } },
      { key: "tasks", kind: "groups", name: "Taken", fields: [{ key: "label", kind: "text", name: "Opschrift" }] },
    ],
  },
  { key: "text", kind: "block", name: "Tekst", fields: [{ key: "body", kind: "richText", name: "Tekst" }] },
] as TypeDefinition[];

function name(place: string): string {
  return nameOf(place, "page", TYPES, (label, key) =>
    typeof label === "string" ? label : ((label as { nl?: string })?.nl ?? key),
  );
}

test("a field in a block is called by the names that people know", () => {
  expect(name("blocks/b1/body")).toBe("Blokken › Tekst");
  expect(name("tasks/2/label")).toBe("Taken › Opschrift");
});

test("a whole block, and a field that the type no longer has, still have a name", () => {
  expect(name("blocks/b1")).toBe("Blokken");
  expect(name("gone")).toBe("gone");
});
