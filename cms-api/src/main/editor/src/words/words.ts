import { createIntl, createIntlCache, type IntlShape } from "react-intl";
import { type Language, useLanguage } from "./language";

type Values = Record<string, string | number | boolean | Date | null | undefined>;

/** Says a text of a room in the language of the page. Keys are those of the room's Dutch file. */
export type Say<K extends string> = (key: K, values?: Values) => string;

/**
 * The texts of a room, from its two files. The compiler refuses a key that either lacks.
 *
 * @returns a hook, and `in(language)` for what is said outside components
 */
export function wordsOf<K extends string>(nl: Record<K, string>, en: Record<K, string>) {
  const cache = createIntlCache();
  const spoken: Record<Language, Say<K>> = {
    nl: sayer(createIntl({ locale: "nl", messages: nl }, cache)),
    en: sayer(createIntl({ locale: "en", messages: en }, cache)),
  };
  // biome-ignore lint/correctness/noComponentHookFactories: made once for each room, when its module is loaded
  const useSay = (): Say<K> => spoken[useLanguage()];
  return Object.assign(useSay, { in: (language: Language) => spoken[language] });
}

function sayer<K extends string>(intl: IntlShape): Say<K> {
  return (key, values) => intl.formatMessage({ id: key }, values) as string;
}
