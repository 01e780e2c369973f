import { useSyncExternalStore } from "react";

export type Language = "nl" | "en";

const KEY = "plein.language";
const listeners = new Set<() => void>();

function chosen(): Language {
  const kept = localStorage.getItem(KEY);
  if (kept === "nl" || kept === "en") {
    return kept;
  }
  const liked = navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tag === "nl" || tag === "en");
  return (liked as Language | undefined) ?? "nl";
}

let language = chosen();
document.documentElement.lang = language;

export function currentLanguage(): Language {
  return language;
}

export function speak(next: Language): void {
  language = next;
  localStorage.setItem(KEY, next);
  document.documentElement.lang = next;
  for (const listener of listeners) {
    listener();
  }
}

export function useLanguage(): Language {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, currentLanguage);
}

/** What the API says in several languages, in this one, or in the one that there is. */
export function inLanguage(labels: unknown, language: Language, otherwise = ""): string {
  if (typeof labels === "string") {
    return labels;
  }
  if (typeof labels !== "object" || labels === null) {
    return otherwise;
  }
  const known = labels as Record<string, string>;
  return known[language] ?? known.nl ?? known.en ?? Object.values(known)[0] ?? otherwise;
}
