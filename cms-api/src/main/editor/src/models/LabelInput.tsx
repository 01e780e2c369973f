import { TextInput } from "../kit/Field";
import type { Labels } from "./definition";
import { useSay } from "./words";

const LANGUAGES = ["nl", "en"];

/** How something is called, in each language. */
export function LabelInput({
  label,
  labels,
  onChange,
}: {
  /** Says what it is for; the language is added to it. */
  label: string;
  labels: Labels | undefined;
  onChange: (labels: Record<string, string>) => void;
}) {
  const say = useSay();
  const known = typeof labels === "string" ? { nl: labels } : ((labels ?? {}) as Record<string, string>);
  const languages = [...new Set([...LANGUAGES, ...Object.keys(known)])];
  function want(language: string, text: string) {
    const { [language]: _, ...rest } = known;
    onChange(text === "" ? rest : { ...rest, [language]: text });
  }
  return (
    <div className="models-labels">
      {languages.map((language) => (
        <TextInput
          key={language}
          label={say("label", {
            label,
            language: say(language === "en" ? "en" : language === "nl" ? "nl" : "other", { language }),
          })}
          lang={language}
          value={known[language] ?? ""}
          onChange={(text) => want(language, text)}
        />
      ))}
    </div>
  );
}
