import { Check, TextInput } from "../kit/Field";
import { type EditedField, has, type TypeDefinition } from "./definition";
import { KeyChoice } from "./KeyChoice";
import { NumberInput } from "./NumberInput";
import { OptionList } from "./OptionList";
import { useSay } from "./words";

/** The rules that a field of its kind may have. */
export function FieldRules({
  field,
  types,
  onChange,
}: {
  field: EditedField;
  types: TypeDefinition[];
  onChange: (change: Partial<EditedField>) => void;
}) {
  const say = useSay();
  const { kind } = field;
  return (
    <>
      {has(kind, "options") && (
        <OptionList options={field.options ?? []} onChange={(options) => onChange({ options })} />
      )}
      {has(kind, "length") && (
        <div className="models-pair">
          <NumberInput
            label={say("rule.minLength")}
            least={0}
            value={field.minLength}
            onChange={(minLength) => onChange({ minLength })}
          />
          <NumberInput
            label={say("rule.maxLength")}
            least={0}
            value={field.maxLength}
            onChange={(maxLength) => onChange({ maxLength })}
          />
        </div>
      )}
      {has(kind, "size") && (
        <div className="models-pair">
          <NumberInput label={say("rule.min")} value={field.min} onChange={(min) => onChange({ min })} />
          <NumberInput label={say("rule.max")} value={field.max} onChange={(max) => onChange({ max })} />
        </div>
      )}
      {has(kind, "items") && (
        <div className="models-pair">
          <NumberInput
            label={say("rule.minItems")}
            least={0}
            value={field.minItems}
            onChange={(minItems) => onChange({ minItems })}
          />
          <NumberInput
            label={say("rule.maxItems")}
            least={0}
            value={field.maxItems}
            onChange={(maxItems) => onChange({ maxItems })}
          />
        </div>
      )}
      {has(kind, "pattern") && (
        <TextInput
          label={say("rule.pattern")}
          hint={say("rule.pattern.hint")}
          value={field.pattern ?? ""}
          maxLength={500}
          onChange={(pattern) => onChange({ pattern: pattern || undefined })}
        />
      )}
      {has(kind, "types") && (
        <KeyChoice
          label={say("rule.types")}
          hint={say("rule.all")}
          types={types.filter((type) => type.kind !== "block")}
          chosen={field.allowedTypes ?? []}
          onChange={(allowedTypes) => onChange({ allowedTypes })}
        />
      )}
      {has(kind, "blocks") && (
        <KeyChoice
          label={say("rule.blocks")}
          hint={say("rule.all")}
          types={types.filter((type) => type.kind === "block")}
          chosen={field.allowedBlocks ?? []}
          onChange={(allowedBlocks) => onChange({ allowedBlocks })}
        />
      )}
      {has(kind, "unique") && (
        <Check checked={field.unique ?? false} onChange={(unique) => onChange({ unique: unique || undefined })}>
          {say("rule.unique")}
        </Check>
      )}
    </>
  );
}
