import { memo } from "react";
import type { Schemas } from "../../api/client";
import type { Fields } from "../door";
import type { Path } from "../draft/path";
import { FieldView } from "./FieldView";

export type FieldDefinition = Schemas["FieldDefinition"];

/** The fields of an entry, a block or a group, in the order of its definition. One that changes does not draw the others again. */
export const FieldList = memo(function FieldList({
  definitions,
  fields,
  path,
  titleField,
}: {
  definitions: readonly FieldDefinition[];
  fields: Fields;
  path: Path;
  /** Key of the field that names the entry. */
  titleField?: string;
}) {
  return definitions.map((definition) => {
    const isSeen = isVisible(definition, fields);
    return (
      isSeen && (
        <FieldView
          key={definition.key}
          definition={definition}
          value={fields[definition.key]}
          path={`${path}/${definition.key}`}
          isTitle={definition.key === titleField}
        />
      )
    );
  });
});

/** Whether a field has a use, as others of its group are filled in. */
export function isVisible({ visibleWhen }: FieldDefinition, fields: Fields): boolean {
  if (!visibleWhen) {
    return true;
  }
  const value = fields[visibleWhen.field] ?? null;
  return visibleWhen.in ? visibleWhen.in.includes(value) : value === (visibleWhen.equals ?? null);
}
