import { useRef } from "react";
import { Field } from "../../kit/Field";
import { RichText } from "../../richtext/RichText";
import { wordsOf } from "../../richtext/tree";
import { useDesk } from "../desk";
import type { FieldProps } from "./FieldView";
import { useFrame } from "./label";
import { useNearby } from "./useNearby";

export default function RichTextField({ definition, value, path, onChange }: FieldProps) {
  const { site, locale } = useDesk();
  const { label, hint, error, name } = useFrame(definition, path);
  const place = useRef<HTMLDivElement>(null);
  const isNear = useNearby(place);
  const html = typeof value === "string" ? value : "";
  return (
    <Field label={label} hint={hint} error={error}>
      {(ids) => (
        <div ref={place}>
          {isNear ? (
            <RichText
              {...ids}
              name={name}
              site={site}
              locale={locale}
              html={html}
              onChange={(next) => onChange(next || undefined)}
            />
          ) : (
            <p className="writing-far" id={ids.id}>
              {wordsOf(html)}
            </p>
          )}
        </div>
      )}
    </Field>
  );
}
