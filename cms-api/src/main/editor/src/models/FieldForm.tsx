import { Check, Select, TextInput } from "../kit/Field";
import { DEEPEST, type EditedField, type FieldKind, has, KINDS, type Labels, type TypeDefinition } from "./definition";
import { FieldList } from "./FieldList";
import { FieldRules } from "./FieldRules";
import { keyFrom } from "./fields";
import { LabelInput } from "./LabelInput";
import { VisibleWhen } from "./VisibleWhen";
import { useSay } from "./words";

/** Everything about one field. The key of a new one follows its name until somebody types another. */
export function FieldForm({
  field,
  beside,
  types,
  depth,
  onChange,
}: {
  field: EditedField;
  /** The others of its group. */
  beside: EditedField[];
  types: TypeDefinition[];
  depth: number;
  onChange: (change: Partial<EditedField>) => void;
}) {
  const say = useSay();
  const kinds = KINDS.filter((kind) => depth < DEEPEST || !has(kind, "fields"));
  const isTaken = beside.some((other) => other.id !== field.id && other.key === field.key);
  const isRenamed = field.held !== undefined && field.held !== field.key;

  function rename(name: Record<string, string>) {
    const before = labelIn(field.name);
    const follows = field.held === undefined && (before === "" || keyFrom(before) === field.key);
    const key = keyFrom(labelIn(name));
    onChange(follows && key ? { name, key } : { name });
  }

  return (
    <div className="form models-field-form">
      <LabelInput label={say("field.name")} labels={field.name} onChange={rename} />
      <div className="models-pair">
        <Select
          label={say("field.kind")}
          value={field.kind}
          onChange={(kind) => onChange({ kind: kind as FieldKind })}
          choices={kinds.map((kind) => ({ value: kind, label: say(`kind.${kind}`) }))}
        />
        <TextInput
          label={say("field.key")}
          hint={isRenamed ? say("field.key.was", { was: field.held }) : say("field.key.hint")}
          error={isTaken ? say("field.key.taken") : undefined}
          value={field.key}
          onChange={(key) => onChange({ key })}
        />
      </div>
      <Check checked={field.required ?? false} onChange={(required) => onChange({ required })}>
        {say("field.required")}
      </Check>
      <Check checked={field.localised === false} onChange={(isShared) => onChange({ localised: !isShared })}>
        {say("field.shared")}
      </Check>
      <FieldRules field={field} types={types} onChange={onChange} />
      <VisibleWhen
        rule={field.visibleWhen}
        beside={beside.filter((other) => other.id !== field.id)}
        onChange={(visibleWhen) => onChange({ visibleWhen })}
      />
      <LabelInput
        label={say("field.help")}
        labels={field.help as Labels | undefined}
        onChange={(help) => onChange({ help: Object.keys(help).length > 0 ? help : undefined })}
      />
      {has(field.kind, "fields") && (
        <FieldList
          fields={field.fields ?? []}
          types={types}
          depth={depth + 1}
          isReadOnly={false}
          onChange={(fields) => onChange({ fields })}
        />
      )}
    </div>
  );
}

function labelIn(labels: Labels | undefined): string {
  if (typeof labels === "string") {
    return labels;
  }
  const known = (labels ?? {}) as Record<string, string>;
  return known.nl ?? known.en ?? "";
}
