import type { EditedField, FieldDefinition } from "./definition";

const BESIDE = new Set(["id", "held", "was", "key", "kind", "name", "fields"]);

/** The rules of a field, under the names of the API, as text; what is as usual is left out. */
export function rulesOf(field: FieldDefinition | EditedField): Record<string, string> {
  return Object.fromEntries(
    Object.entries(field)
      .filter(([name, value]) => !BESIDE.has(name) && value !== undefined && value !== null && !isUsual(name, value))
      .map(([name, value]) => [name, textOf(value)]),
  );
}

function isUsual(name: string, value: unknown): boolean {
  return (name === "required" && value === false) || (name === "localised" && value === true);
}

export function textOf(value: unknown): string {
  if (Array.isArray(value)) {
    return value.map((one) => (isOption(one) ? one.value : textOf(one))).join(", ");
  }
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function isOption(value: unknown): value is { value: string } {
  return typeof value === "object" && value !== null && "value" in value;
}
