import type { Schemas } from "../api/client";

export type TypeDefinition = Schemas["TypeDefinition"];
export type FieldDefinition = Schemas["FieldDefinition"];
export type FieldKind = FieldDefinition["kind"];
export type Labels = Schemas["Labels"];

export const KINDS: FieldKind[] = [
  "text",
  "longText",
  "richText",
  "number",
  "boolean",
  "date",
  "dateTime",
  "select",
  "tags",
  "reference",
  "references",
  "asset",
  "location",
  "link",
  "colour",
  "json",
  "blocks",
  "group",
  "groups",
];

/** Which rules a field of a kind may have. */
export const RULES: Record<string, readonly FieldKind[]> = {
  length: ["text", "longText", "richText"],
  pattern: ["text", "longText"],
  size: ["number"],
  items: ["tags", "references", "blocks", "groups"],
  unique: ["text", "number", "date", "dateTime", "select"],
  options: ["select"],
  types: ["tags", "reference", "references"],
  blocks: ["blocks"],
  fields: ["group", "groups"],
};

export function has(kind: FieldKind, rule: keyof typeof RULES): boolean {
  return RULES[rule]?.includes(kind) ?? false;
}

/** How deep groups may lie in each other. */
export const DEEPEST = 3;

/** A field as it is edited: it keeps who it is while its key changes. */
export interface EditedField extends Omit<FieldDefinition, "fields"> {
  id: string;
  /** The key that texts hold it under; absent for a new one. */
  held?: string;
  fields?: EditedField[];
}

export interface EditedType extends Omit<TypeDefinition, "fields"> {
  fields: EditedField[];
}

let last = 0;

function newId(): string {
  last += 1;
  return `f${last}`;
}

export function editedOf(type: TypeDefinition): EditedType {
  return { ...type, fields: type.fields.map((field) => editedField(field as FieldDefinition)) };
}

function editedField(field: FieldDefinition): EditedField {
  // What a field was called before an earlier change is history.
  const { was: _, fields, ...rest } = field;
  return {
    ...rest,
    id: newId(),
    held: field.key,
    ...(fields ? { fields: (fields as FieldDefinition[]).map(editedField) } : {}),
  };
}

/** As the API takes it: a field with another key says what it was called. */
export function definitionOf(type: EditedType): TypeDefinition {
  return { ...type, fields: type.fields.map(definedField) as TypeDefinition["fields"] };
}

function definedField({ id: _, held, fields, ...field }: EditedField): FieldDefinition {
  return {
    ...field,
    ...(held !== undefined && held !== field.key ? { was: held } : {}),
    ...(has(field.kind, "fields") ? { fields: (fields ?? []).map(definedField) } : {}),
  } as FieldDefinition;
}

export function newField(key: string): EditedField {
  return { id: newId(), key, kind: "text", name: {}, localised: true, required: false };
}
