import { Field } from "../../kit/Field";
import { RichText } from "../../richtext/RichText";
import { useDesk } from "../desk";
import type { FieldProps } from "./FieldView";
import { useFrame } from "./label";

export default function RichTextField({ definition, value, path, onChange }: FieldProps) {
  const { site, locale } = useDesk();
  const { label, hint, error, name } = useFrame(definition, path);
  return (
    <Field label={label} hint={hint} error={error}>
      {(ids) => (
        <RichText
          {...ids}
          name={name}
          site={site}
          locale={locale}
          html={typeof value === "string" ? value : ""}
          onChange={(html) => onChange(html || undefined)}
        />
      )}
    </Field>
  );
}
