import type { EditedField, TypeDefinition } from "./definition";
import { FieldList } from "./FieldList";
import { rulesOf } from "./rules";
import { useSay } from "./words";

/** The rules of a field, for who may read them only. */
export function FieldSummary({ field, types, depth }: { field: EditedField; types: TypeDefinition[]; depth: number }) {
  const say = useSay();
  const rules = Object.entries(rulesOf(field));
  return (
    <div className="models-field-form stack tight">
      {rules.length === 0 ? (
        <p className="soft">{say("rules.none")}</p>
      ) : (
        <dl className="models-rules">
          {rules.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {field.fields && (
        <FieldList fields={field.fields} types={types} depth={depth + 1} isReadOnly onChange={() => {}} />
      )}
    </div>
  );
}
