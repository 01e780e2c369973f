import { currentLanguage } from "../words/language";

/** "Nederlands" for `nl`; the tag itself where nobody knows better. */
export function localeName(locale: string): string {
  const name = new Intl.DisplayNames([currentLanguage()], { type: "language" }).of(locale) ?? locale;
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Words by locale, from what may be one text for all of them. */
export function inLocales(words: unknown, locales: string[], otherwise: string): Record<string, string> {
  if (typeof words === "object" && words !== null) {
    return words as Record<string, string>;
  }
  const said = typeof words === "string" ? words : otherwise;
  return said === "" ? {} : Object.fromEntries(locales.map((locale) => [locale, said]));
}
