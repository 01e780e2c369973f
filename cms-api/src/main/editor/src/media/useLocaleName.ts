import { useLanguage } from "../words/language";

/** "Nederlands" for `nl`, in the language of the page. */
export function useLocaleName(): (locale: string) => string {
  const language = useLanguage();
  const names = new Intl.DisplayNames([language], { type: "language", fallback: "code" });
  return (locale) => names.of(locale) ?? locale;
}
