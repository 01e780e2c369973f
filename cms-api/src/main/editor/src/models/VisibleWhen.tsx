import { Select, TextInput } from "../kit/Field";
import { inLanguage, useLanguage } from "../words/language";
import type { EditedField } from "./definition";
import { useSay } from "./words";

type Rule = EditedField["visibleWhen"];

/** When a field is asked for: only if another one beside it has one of these values. */
export function VisibleWhen({
  rule,
  beside,
  onChange,
}: {
  rule: Rule;
  beside: EditedField[];
  onChange: (rule: Rule) => void;
}) {
  const say = useSay();
  const language = useLanguage();
  const able = beside.filter((field) => ["select", "boolean", "text", "number"].includes(field.kind));
  if (able.length === 0 && !rule) {
    return null;
  }
  const other = beside.find((field) => field.key === rule?.field);
  const values = rule?.in ?? (rule && "equals" in rule ? [rule.equals] : []);
  const text = values.map(String).join(", ");
  function want(field: string, typed: string) {
    const kind = beside.find((one) => one.key === field)?.kind;
    const next = typed.split(",").map((value) => valueIn(value.trim(), kind));
    onChange(next.length > 1 ? { field, in: next } : { field, equals: next[0] });
  }
  return (
    <div className="models-labels">
      <Select
        label={say("visible")}
        value={rule?.field ?? ""}
        onChange={(field) => (field ? want(field, text) : onChange(undefined))}
        choices={[
          { value: "", label: say("visible.always") },
          ...able.map((field) => ({
            value: field.key,
            label: say("visible.if", { name: inLanguage(field.name, language, field.key) }),
          })),
        ]}
      />
      {rule && other?.kind === "boolean" && (
        <Select
          label={say("visible.is")}
          value={text === "false" ? "false" : "true"}
          onChange={(typed) => want(rule.field, typed)}
          choices={[
            { value: "true", label: say("yes") },
            { value: "false", label: say("no") },
          ]}
        />
      )}
      {rule && other?.kind !== "boolean" && (
        <TextInput
          label={say("visible.values")}
          hint={say("visible.values.hint")}
          value={text}
          onChange={(typed) => want(rule.field, typed)}
        />
      )}
    </div>
  );
}

function valueIn(typed: string, kind: EditedField["kind"] | undefined): unknown {
  if (kind === "boolean") {
    return typed !== "false";
  }
  return kind === "number" && typed !== "" && !Number.isNaN(Number(typed)) ? Number(typed) : typed;
}
