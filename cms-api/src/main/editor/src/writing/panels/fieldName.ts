import type { TypeDefinition } from "../../content/door";
import { inLanguage, type Language } from "../../words/language";
import type { Fields } from "../door";
import { at } from "../draft/path";
import type { FieldDefinition } from "../fields/FieldList";

/** How people call the field that a pointer of the server leads to: by the type or the block that has it. */
export function fieldName(
  pointer: string,
  fields: Fields,
  types: ReadonlyMap<string, TypeDefinition>,
  language: Language,
): string {
  const steps = pointer.split("/").slice(1);
  let known: readonly FieldDefinition[] = [...types.values()].flatMap((type) =>
    type.kind === "block" ? [] : type.fields.filter((field) => field.key === steps[0]),
  );
  let name = steps.at(-1) ?? "";
  steps.forEach((step, index) => {
    const field = known.find((one) => one.key === step);
    if (field) {
      name = inLanguage(field.name, language, field.key);
      known = field.fields ?? known;
    } else if (step === "fields") {
      const block = at(fields, `/${steps.slice(0, index).join("/")}`) as { type?: string } | undefined;
      known = types.get(block?.type ?? "")?.fields ?? known;
    }
  });
  return name;
}
