import { useState } from "react";
import { Field } from "../../kit/Field";
import { same } from "../draft/same";
import { useSay } from "../words";
import type { FieldProps } from "./FieldView";
import { useFrame } from "./label";

/** Data for programs. What can't be read stays on the screen and is not saved. */
export function JsonField({ definition, value, path, onChange }: FieldProps) {
  const say = useSay();
  const { label, hint, error } = useFrame(definition, path);
  const [typed, setTyped] = useState(() => written(value));
  const read = parsed(typed);
  const shown = read.ok && !same(read.value, value) ? written(value) : typed;
  return (
    <Field label={label} hint={hint} error={read.ok ? error : say("json.unreadable", { why: read.why })}>
      {(ids) => (
        <textarea
          {...ids}
          className="input writing-code"
          spellCheck={false}
          rows={Math.min(16, shown.split("\n").length + 1)}
          value={shown}
          onChange={(event) => {
            setTyped(event.target.value);
            const next = parsed(event.target.value);
            if (next.ok) {
              onChange(next.value);
            }
          }}
        />
      )}
    </Field>
  );
}

function written(value: unknown): string {
  return value === undefined || value === null ? "" : JSON.stringify(value, null, 2);
}

function parsed(text: string): { ok: true; value: unknown } | { ok: false; why: string } {
  if (text.trim() === "") {
    return { ok: true, value: undefined };
  }
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, why: (error as Error).message };
  }
}
