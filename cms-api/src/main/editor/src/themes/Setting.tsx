import { Check, Select, TextInput } from "../kit/Field";
import { useKnown } from "./names";
import { useSay } from "./words";

/** A setting of a theme, as its JSON Schema describes it. An empty field leaves it to the theme. */
export function Setting({
  name,
  schema,
  value,
  onChange,
}: {
  name: string;
  schema: Record<string, unknown>;
  value: unknown;
  onChange: (value: unknown) => void;
}) {
  const say = useSay();
  const known = useKnown();
  const label = known(`setting.${name}`) ?? (typeof schema.title === "string" ? schema.title : name);
  const hint =
    known(`setting.${name}.hint`) ?? (typeof schema.description === "string" ? schema.description : undefined);
  const used = value ?? schema.default;
  if (schema.type === "boolean") {
    return (
      <Check checked={used === true} onChange={onChange}>
        {hint ? `${label}: ${hint}` : label}
      </Check>
    );
  }
  if (Array.isArray(schema.enum)) {
    return (
      <Select
        label={label}
        hint={hint}
        value={String(used ?? "")}
        onChange={(choice) => onChange(choice === "" ? undefined : choice)}
        choices={[
          { value: "", label: say("setting.theme") },
          ...schema.enum.map((one) => ({ value: String(one), label: String(one) })),
        ]}
      />
    );
  }
  const isNumber = schema.type === "number" || schema.type === "integer";
  return (
    <TextInput
      label={label}
      hint={hint}
      type={isNumber ? "number" : "text"}
      value={used === undefined || used === null ? "" : String(used)}
      onChange={(said) => onChange(said === "" ? undefined : isNumber ? Number(said) : said)}
    />
  );
}
