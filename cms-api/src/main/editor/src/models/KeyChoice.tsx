import { Check } from "../kit/Field";
import { inLanguage, useLanguage } from "../words/language";
import type { TypeDefinition } from "./definition";

/** Some of the types or blocks, by key; none chosen means all. */
export function KeyChoice({
  label,
  hint,
  types,
  chosen,
  onChange,
}: {
  label: string;
  hint: string;
  types: TypeDefinition[];
  chosen: string[];
  onChange: (chosen: string[] | undefined) => void;
}) {
  const language = useLanguage();
  // Also those that are not there (yet): what is not seen is not lost.
  const keys = [...new Set([...types.map((type) => type.key), ...chosen])];
  return (
    <fieldset className="field">
      <legend>{label}</legend>
      <p className="hint">{hint}</p>
      <div className="models-choice">
        {keys.map((key) => (
          <Check
            key={key}
            checked={chosen.includes(key)}
            onChange={(isChosen) => {
              const next = isChosen ? [...chosen, key] : chosen.filter((one) => one !== key);
              onChange(next.length > 0 ? next : undefined);
            }}
          >
            {inLanguage(types.find((type) => type.key === key)?.name, language, key)}
          </Check>
        ))}
      </div>
    </fieldset>
  );
}
