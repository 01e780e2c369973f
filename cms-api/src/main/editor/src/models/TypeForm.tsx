import { Choices, Select } from "../kit/Field";
import { inLanguage, useLanguage } from "../words/language";
import type { EditedType, TypeDefinition } from "./definition";
import { FieldList } from "./FieldList";
import { LabelInput } from "./LabelInput";
import { PathPatterns } from "./PathPatterns";
import { useSay } from "./words";

/** A type or block as a form: how it is called, where its pages live, its fields. */
export function TypeForm({
  type,
  types,
  locales,
  isReadOnly,
  onChange,
}: {
  type: EditedType;
  types: TypeDefinition[];
  locales: readonly string[];
  isReadOnly: boolean;
  onChange: (type: EditedType) => void;
}) {
  const say = useSay();
  const language = useLanguage();
  const texts = type.fields.filter((field) => field.kind === "text");
  const want = (change: Partial<EditedType>) => onChange({ ...type, ...change });
  return (
    <div className="models-form">
      {/* The fields stay out of it: who may only read still unfolds them. */}
      <fieldset className="models-form" disabled={isReadOnly}>
        <legend className="hidden">{say("form")}</legend>
        <LabelInput label={say("type.name")} labels={type.name} onChange={(name) => want({ name })} />
        <Select
          label={say("type.title")}
          hint={say("type.title.hint")}
          value={type.titleField ?? (type.kind === "block" ? "" : "title")}
          onChange={(titleField) => want({ titleField: titleField || undefined })}
          choices={[
            ...(type.kind === "block" ? [{ value: "", label: say("type.title.none") }] : []),
            ...texts.map((field) => ({ value: field.key, label: inLanguage(field.name, language, field.key) })),
          ]}
        />
        {type.kind !== "block" && (
          <>
            <Choices
              label={say("type.pages")}
              value={type.tree ? "tree" : type.pathPattern ? "pattern" : "none"}
              onChange={(pages) =>
                want({
                  tree: pages === "tree",
                  pathPattern:
                    pages === "pattern" ? (type.pathPattern ?? `/${type.key || "pagina"}/{slug}`) : undefined,
                })
              }
              choices={[
                { value: "pattern", label: say("type.pages.pattern") },
                { value: "tree", label: say("type.pages.tree") },
                { value: "none", label: say("type.pages.none") },
              ]}
            />
            {type.pathPattern && (
              <PathPatterns
                pattern={type.pathPattern}
                locales={locales}
                onChange={(pathPattern) => want({ pathPattern })}
              />
            )}
          </>
        )}
      </fieldset>
      <h2>{say("fields")}</h2>
      <FieldList fields={type.fields} types={types} isReadOnly={isReadOnly} onChange={(fields) => want({ fields })} />
    </div>
  );
}
