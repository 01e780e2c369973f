import { expect, test } from "vitest";
import { definitionOf, type EditedField, editedOf, newField, type TypeDefinition } from "./definition";
import { changed, freeKey, keyFrom, moved, placed, without } from "./fields";

const type: TypeDefinition = {
  key: "news",
  kind: "entry",
  name: { nl: "Nieuws" },
  fields: [
    { key: "title", kind: "text", name: { nl: "Titel" } },
    { key: "intro", kind: "longText", was: "lead" },
    { key: "place", kind: "group", fields: [{ key: "street", kind: "text" }] },
  ],
};

const keys = (fields: EditedField[]) => fields.map((field) => field.key);
const idOf = (fields: EditedField[], at: number) => fields[at]?.id ?? "";

test("a definition that nobody changed is sent as it came, without what it was called before", () => {
  const { was: _, ...intro } = type.fields[1] as { key: string; kind: "longText"; was?: string };
  expect(definitionOf(editedOf(type))).toEqual({ ...type, fields: [type.fields[0], intro, type.fields[2]] });
});

test("a field with another key says what it was called, also inside a group; a new one does not", () => {
  const edited = editedOf(type);
  const street = idOf(edited.fields[2]?.fields ?? [], 0);
  let fields = changed(edited.fields, idOf(edited.fields, 1), { key: "summary" });
  fields = changed(fields, street, { key: "road" });
  const definition = definitionOf({ ...edited, fields: [...fields, newField("extra")] });
  expect(definition.fields[1]).toMatchObject({ key: "summary", was: "intro" });
  expect(definition.fields[2]?.fields?.[0]).toMatchObject({ key: "road", was: "street" });
  expect(definition.fields[3]).not.toHaveProperty("was");
});

test("a field that is no group any more leaves its inner fields behind", () => {
  const edited = editedOf(type);
  const fields = changed(edited.fields, idOf(edited.fields, 2), { kind: "json" });
  expect(definitionOf({ ...edited, fields }).fields[2]).not.toHaveProperty("fields");
});

test("fields move among those beside them and stop at the ends", () => {
  const { fields } = editedOf(type);
  expect(keys(moved(fields, idOf(fields, 0), 1))).toEqual(["intro", "title", "place"]);
  expect(keys(moved(fields, idOf(fields, 0), -1))).toEqual(["title", "intro", "place"]);
  expect(keys(placed(fields, idOf(fields, 2), 0))).toEqual(["place", "title", "intro"]);
  expect(keys(without(fields, idOf(fields, 1)))).toEqual(["title", "place"]);
});

test("keys are made of words, and are free", () => {
  expect(keyFrom("Datum van ingang")).toBe("datumVanIngang");
  expect(keyFrom("3e café")).toBe("eCafe");
  expect(freeKey(editedOf(type).fields, "title")).toBe("title2");
});
