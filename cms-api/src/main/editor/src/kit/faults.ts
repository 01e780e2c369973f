import type { Fault } from "../api/problem";
import { type Language, useLanguage } from "../words/language";
import { useSay } from "./words";
import type nl from "./words.nl.json";

/** Codes of faults for which there are words in both languages. The sentence of the server is in English. */
const KNOWN = [
  "id-taken",
  "not-allowed",
  "not-an-option",
  "required",
  "too-few",
  "too-large",
  "too-long",
  "too-many",
  "too-short",
  "too-small",
  "unknown-block",
  "unknown-field",
  "unsafe-address",
  "wrong-format",
  "wrong-type",
] as const;

/** What to do about a place that the server did not take: its own sentence in English, else one by the fault's code. */
export function faultText(
  fault: Pick<Fault, "code" | "detail">,
  language: Language,
  say: (key: keyof typeof nl) => string,
): string {
  const known = KNOWN.find((code) => code === fault.code);
  return language === "en" || !known ? fault.detail : say(`fault.${known}`);
}

export function useFaultText(): (fault: Pick<Fault, "code" | "detail">) => string {
  const say = useSay();
  const language = useLanguage();
  return (fault) => faultText(fault, language, say);
}
