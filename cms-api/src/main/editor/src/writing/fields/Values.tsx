import { useState } from "react";
import { Check, Field, Select } from "../../kit/Field";
import { currentLanguage, inLanguage, useLanguage } from "../../words/language";
import { useDesk, useFault } from "../desk";
import { useSay } from "../words";
import type { FieldProps } from "./FieldView";
import { useFrame } from "./label";
import { toInstant, toLocal } from "./moment";

export function NumberField({ definition, value, path, onChange }: FieldProps) {
  const { label, hint, error } = useFrame(definition, path);
  const say = useSay();
  const number = typeof value === "number" ? value : undefined;
  const [typed, setTyped] = useState(() => inWords(number));
  const read = Number(typed.trim().replace(",", "."));
  const isBad = typed.trim() !== "" && Number.isNaN(read);
  const shown = number !== undefined && read !== number && !isBad ? inWords(number) : typed;
  return (
    <Field label={label} hint={hint} error={isBad ? say("field.noNumber") : error}>
      {(ids) => (
        <input
          {...ids}
          className="input writing-short"
          inputMode="decimal"
          value={shown}
          onChange={(event) => {
            const text = event.target.value;
            const next = Number(text.trim().replace(",", "."));
            setTyped(text);
            if (!Number.isNaN(next)) {
              onChange(text.trim() === "" ? undefined : next);
            }
          }}
        />
      )}
    </Field>
  );
}

export function BooleanField({ definition, value, path, onChange }: FieldProps) {
  const { label, hint } = useFrame(definition, path);
  const error = useFault(path);
  return (
    <div className="field">
      <Check checked={value === true} onChange={onChange}>
        {label}
      </Check>
      {hint && <p className="hint">{hint}</p>}
      {error && <p className="error">{error}</p>}
    </div>
  );
}

export function DateField({ definition, value, path, onChange }: FieldProps) {
  const { label, hint, error } = useFrame(definition, path);
  return (
    <Field label={label} hint={hint} error={error}>
      {(ids) => (
        <input
          {...ids}
          type="date"
          className="input writing-short"
          value={typeof value === "string" ? value : ""}
          onChange={(event) => onChange(event.target.value || undefined)}
        />
      )}
    </Field>
  );
}

/** As the clock of the site shows it. */
export function MomentField({ definition, value, path, onChange }: FieldProps) {
  const { label, hint, error } = useFrame(definition, path);
  const { site } = useDesk();
  return (
    <Field label={label} hint={hint} error={error}>
      {(ids) => (
        <input
          {...ids}
          type="datetime-local"
          className="input writing-short"
          value={typeof value === "string" ? toLocal(value, site.timeZone) : ""}
          onChange={(event) => onChange(event.target.value ? toInstant(event.target.value, site.timeZone) : undefined)}
        />
      )}
    </Field>
  );
}

export function SelectField({ definition, value, path, onChange }: FieldProps) {
  const { label, hint, error } = useFrame(definition, path);
  const say = useSay();
  const language = useLanguage();
  const options = (definition.options ?? []).map((option) =>
    typeof option === "string"
      ? { value: option, label: option }
      : { value: option.value, label: inLanguage(option.label, language, option.value) },
  );
  const current = typeof value === "string" ? value : "";
  const isGone = current !== "" && !options.some((option) => option.value === current);
  return (
    <Select
      label={label}
      hint={hint}
      error={error}
      value={current}
      onChange={(next) => onChange(next || undefined)}
      choices={[
        { value: "", label: say("field.none") },
        ...options,
        ...(isGone ? [{ value: current, label: say("field.gone", { value: current }) }] : []),
      ]}
    />
  );
}

/** As people write it in the language of the editor. */
function inWords(number: number | undefined): string {
  const written = number === undefined ? "" : String(number);
  return currentLanguage() === "nl" ? written.replace(".", ",") : written;
}
