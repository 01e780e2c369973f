import { Field } from "../../kit/Field";
import { useDesk } from "../desk";
import { useSay } from "../words";
import type { FieldProps } from "./FieldView";
import { useFrame } from "./label";

export function TextField({ definition, value, path, isTitle, onChange }: FieldProps) {
  const { label, hint, error, name } = useFrame(definition, path);
  const { locale } = useDesk();
  const text = typeof value === "string" ? value : "";
  return (
    <Field label={label} hint={hint} error={error}>
      {(ids) =>
        isTitle ? (
          <textarea
            {...ids}
            className="writing-title"
            rows={1}
            lang={locale}
            placeholder={name}
            value={text}
            onChange={(event) => onChange(oneLine(event.target.value))}
          />
        ) : (
          <input
            {...ids}
            type="text"
            className="input"
            lang={locale}
            value={text}
            onChange={(event) => onChange(event.target.value)}
          />
        )
      }
    </Field>
  );
}

export function LongTextField({ definition, value, path, onChange }: FieldProps) {
  const say = useSay();
  const { label, hint, error } = useFrame(definition, path);
  const { locale } = useDesk();
  const text = typeof value === "string" ? value : "";
  const most = definition.maxLength;
  const isNear = most !== undefined && most !== null && text.length > most * 0.8;
  return (
    <Field label={label} hint={hint} error={error}>
      {(ids) => (
        <>
          <textarea
            {...ids}
            className="input writing-long"
            rows={2}
            lang={locale}
            value={text}
            onChange={(event) => onChange(event.target.value)}
          />
          {isNear && (
            <p className={text.length > most ? "error" : "hint"}>
              {say(text.length > most ? "field.tooLong" : "field.left", { count: Math.abs(most - text.length) })}
            </p>
          )}
        </>
      )}
    </Field>
  );
}

/** A title is one line, though it may take two on the screen. */
function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, " ");
}
