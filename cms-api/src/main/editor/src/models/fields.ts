import type { EditedField } from "./definition";

/** Fields with one of them changed, wherever in groups it lies. */
export function changed(fields: EditedField[], id: string, change: Partial<EditedField>): EditedField[] {
  return fields.map((field) => {
    if (field.id === id) {
      return { ...field, ...change };
    }
    return field.fields ? { ...field, fields: changed(field.fields, id, change) } : field;
  });
}

export function without(fields: EditedField[], id: string): EditedField[] {
  return fields
    .filter((field) => field.id !== id)
    .map((field) => (field.fields ? { ...field, fields: without(field.fields, id) } : field));
}

/** One place up or down among those beside it; as it is at the ends. */
export function moved(fields: EditedField[], id: string, by: 1 | -1): EditedField[] {
  const from = fields.findIndex((field) => field.id === id);
  return from < 0 ? fields : placed(fields, id, from + by);
}

/** At a place among those beside it. */
export function placed(fields: EditedField[], id: string, at: number): EditedField[] {
  const field = fields.find((one) => one.id === id);
  if (!field || at < 0 || at >= fields.length) {
    return fields;
  }
  const rest = fields.filter((one) => one.id !== id);
  return [...rest.slice(0, at), field, ...rest.slice(at)];
}

/** A key that none of them has: `field`, `field2` … */
export function freeKey(fields: EditedField[], wanted: string): string {
  const taken = new Set(fields.map((field) => field.key));
  let key = wanted;
  for (let number = 2; taken.has(key); number += 1) {
    key = `${wanted}${number}`;
  }
  return key;
}

/** A key of a field, of the words that people call it: "Datum van ingang" becomes `datumVanIngang`. */
export function keyFrom(words: string): string {
  const parts = words
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean);
  const key = parts
    .map((part, index) =>
      index === 0 ? part.charAt(0).toLowerCase() + part.slice(1) : part.charAt(0).toUpperCase() + part.slice(1),
    )
    .join("");
  return key.replace(/^[^a-zA-Z]+/, "").slice(0, 63);
}
