import type { Site } from "../app/site";
import { type TypeDefinition, useTypes } from "../content/door";
import { inLanguage, useLanguage } from "../words/language";

/**
 * How people call a place in a text: "Blokken › Titel" for `blocks/b1/title`. Ids of blocks and numbers of groups say nothing to people and
 * are left out.
 */
export function useFieldName(site: Site, type: string): (place: string) => string {
  const language = useLanguage();
  const types = useTypes(site);
  return (place) => nameOf(place, type, types.data?.items ?? [], (name, key) => inLanguage(name, language, key));
}

export function nameOf(
  place: string,
  type: string,
  types: readonly TypeDefinition[],
  word: (name: unknown, key: string) => string,
): string {
  const [first = "", ...rest] = place.replace(/^\//, "").split("/");
  const top = types.find((one) => one.key === type)?.fields.find((field) => field.key === first);
  const last = rest.at(-1);
  const inner =
    top?.fields?.find((field) => field.key === last) ??
    types
      .filter((one) => one.kind === "block")
      .flatMap((one) => one.fields)
      .find((field) => field.key === last);
  const names = [word(top?.name, first)];
  if (rest.length > 1 && inner && last) {
    names.push(word(inner.name, last));
  }
  return names.join(" › ");
}
