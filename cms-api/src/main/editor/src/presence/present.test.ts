import { expect, test } from "vitest";
import { initials } from "./present";

test.each([
  ["Noor de Wit", "NW"],
  ["yara", "Y"],
  ["Élodie  van 't Hek", "ÉH"],
  ["", ""],
])("the initials of %j are %j", (name, expected) => {
  expect(initials(name)).toBe(expected);
});
