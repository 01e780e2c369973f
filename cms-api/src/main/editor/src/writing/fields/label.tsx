import type { ReactNode } from "react";
import { inLanguage, useLanguage } from "../../words/language";
import { useDesk, useFault } from "../desk";
import type { Path } from "../draft/path";
import { useSay } from "../words";
import type { FieldDefinition } from "./FieldList";

/** How people call a field. */
export function useName(definition: FieldDefinition): string {
  return inLanguage(definition.name, useLanguage(), definition.key);
}

/** Label, hint and error of a field, for the parts of the kit. */
export function useFrame(definition: FieldDefinition, path: Path) {
  const language = useLanguage();
  const name = useName(definition);
  const help = [definition.description, definition.help].map((text) => inLanguage(text, language)).filter(Boolean);
  return {
    name,
    label: <Label definition={definition} name={name} />,
    hint: help.length > 0 ? help.join(" ") : undefined,
    error: useFault(path),
  };
}

function Label({ definition, name }: { definition: FieldDefinition; name: string }): ReactNode {
  const say = useSay();
  const { site } = useDesk();
  const isShared = definition.localised === false && site.locales.length > 1;
  return (
    <>
      {name}
      {definition.required && <span className="writing-note">{say("field.required")}</span>}
      {isShared && <span className="writing-note">{say("field.shared")}</span>}
    </>
  );
}

/** Names a field that has more than one control. */
export function FieldGroup({
  definition,
  path,
  children,
}: {
  definition: FieldDefinition;
  path: Path;
  children: ReactNode;
}) {
  const { label, hint, error } = useFrame(definition, path);
  return (
    <fieldset className={error ? "field wrong writing-group" : "field writing-group"}>
      <legend>{label}</legend>
      {hint && <p className="hint">{hint}</p>}
      {error && <p className="error">{error}</p>}
      {children}
    </fieldset>
  );
}
