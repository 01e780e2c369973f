import { Check, TextInput } from "../kit/Field";
import { useSay } from "./words";

type Pattern = string | Record<string, string>;

/** Where pages live: one pattern, or one for each locale. */
export function PathPatterns({
  pattern,
  locales,
  onChange,
}: {
  pattern: Pattern;
  locales: readonly string[];
  onChange: (pattern: Pattern) => void;
}) {
  const say = useSay();
  const isOne = typeof pattern === "string";
  const all = isOne ? [] : [...new Set([...locales, ...Object.keys(pattern)])];
  return (
    <>
      {isOne ? (
        <TextInput label={say("path")} hint={say("path.hint")} value={pattern} onChange={onChange} />
      ) : (
        all.map((locale, index) => (
          <TextInput
            key={locale}
            label={say("path.of", { locale })}
            hint={index === 0 ? say("path.hint") : undefined}
            value={pattern[locale] ?? ""}
            onChange={(text) => {
              const { [locale]: _, ...rest } = pattern;
              onChange(text ? { ...rest, [locale]: text } : rest);
            }}
          />
        ))
      )}
      {(locales.length > 1 || !isOne) && (
        <Check
          checked={!isOne}
          onChange={(each) =>
            onChange(
              each
                ? Object.fromEntries(locales.map((locale) => [locale, isOne ? pattern : ""]))
                : isOne
                  ? pattern
                  : (Object.values(pattern)[0] ?? "/{slug}"),
            )
          }
        >
          {say("path.each")}
        </Check>
      )}
    </>
  );
}
