import type { FieldDefinition, TypeDefinition } from "./definition";
import { rulesOf, textOf } from "./rules";

/** A difference between two definitions of a type. `field` is where it is: its key, after those of the groups it lies in. */
export type Difference =
  | { fate: "added" | "removed"; field: string }
  | { fate: "renamed"; field: string; from: string }
  | { fate: "moved"; field: string }
  | { fate: "changed"; field?: string; rule: string; from: string; to: string };

const OWN = ["name", "titleField", "pathPattern", "tree", "description"] as const;

/** What a definition has that the one before it had not, field by field. */
export function compare(before: TypeDefinition, after: TypeDefinition): Difference[] {
  const own = OWN.flatMap((rule): Difference[] => differs(rule, before[rule], after[rule]));
  return [...own, ...compareFields(before.fields as FieldDefinition[], after.fields as FieldDefinition[], "")];
}

function compareFields(before: FieldDefinition[], after: FieldDefinition[], inside: string): Difference[] {
  const found: Difference[] = [];
  const former = new Map(before.map((field) => [field.key, field]));
  const kept = new Set(after.map((field) => field.was ?? field.key));
  for (const field of before.filter((one) => !kept.has(one.key))) {
    found.push({ fate: "removed", field: inside + field.key });
  }
  for (const field of after) {
    const name = inside + field.key;
    const was = former.get(field.was ?? field.key);
    if (!was) {
      found.push({ fate: "added", field: name });
      continue;
    }
    if (was.key !== field.key) {
      found.push({ fate: "renamed", field: name, from: inside + was.key });
    }
    found.push(...compareField(was, field, name));
    found.push(
      ...compareFields(
        (was.fields ?? []) as FieldDefinition[],
        (field.fields ?? []) as FieldDefinition[],
        `${name} / `,
      ),
    );
  }
  const order = (fields: FieldDefinition[], key: (field: FieldDefinition) => string) =>
    fields.map(key).filter((one) => former.has(one) && kept.has(one));
  const then = order(before, (field) => field.key);
  order(after, (field) => field.was ?? field.key).forEach((key, index) => {
    if (then[index] !== key) {
      found.push({ fate: "moved", field: inside + key });
    }
  });
  return found;
}

function compareField(before: FieldDefinition, after: FieldDefinition, field: string): Difference[] {
  const [then, now] = [rulesOf(before), rulesOf(after)];
  const rules = [...new Set([...Object.keys(then), ...Object.keys(now)])];
  return [
    ...differs("kind", before.kind, after.kind),
    ...differs("name", before.name, after.name),
    ...rules.flatMap((rule) => differs(rule, then[rule], now[rule])),
  ].map((one) => ({ ...one, field }) as Difference);
}

function differs(rule: string, from: unknown, to: unknown): Difference[] {
  const text = (value: unknown) => (value === undefined || value === null ? "" : textOf(value));
  return text(from) === text(to) ? [] : [{ fate: "changed", rule, from: text(from), to: text(to) }];
}
