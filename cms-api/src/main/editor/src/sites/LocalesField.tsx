import { useState } from "react";
import { Button } from "../kit/Button";
import { Field } from "../kit/Field";
import { localeName } from "./locales";
import { useSay } from "./words";

/** The locales of a site, the default first. */
export function LocalesField({ locales, onChange }: { locales: string[]; onChange: (locales: string[]) => void }) {
  const say = useSay();
  const [typed, setTyped] = useState("");
  const tag = canonical(typed);
  function add() {
    if (tag && !locales.includes(tag)) {
      onChange([...locales, tag]);
      setTyped("");
    }
  }
  return (
    <fieldset className="field sites-locales">
      <legend>{say("locales")}</legend>
      <p className="hint">{say("locales.hint")}</p>
      <ul>
        {locales.map((locale, index) => (
          <li key={locale}>
            <span>
              {localeName(locale)} <span className="soft">{locale}</span>
              {index === 0 && <span className="soft"> · {say("locales.default")}</span>}
            </span>
            <span className="actions">
              {index > 0 && (
                <Button look="quiet" onPress={() => onChange([locale, ...locales.filter((one) => one !== locale)])}>
                  {say("locales.first", { locale: localeName(locale) })}
                </Button>
              )}
              {locales.length > 1 && (
                <Button look="quiet" onPress={() => onChange(locales.filter((one) => one !== locale))}>
                  {say("locales.remove", { locale: localeName(locale) })}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      <Field label={say("locales.add")} hint={say("locales.add.hint")}>
        {(ids) => (
          <span className="row">
            <input
              {...ids}
              className="input sites-short"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              onKeyDown={(event) => event.key === "Enter" && add()}
            />
            <Button isDisabled={!tag} onPress={add}>
              {tag ? say("locales.add.named", { locale: localeName(tag) }) : say("locales.add.do")}
            </Button>
          </span>
        )}
      </Field>
    </fieldset>
  );
}

function canonical(typed: string): string | undefined {
  try {
    return typed.trim() === "" ? undefined : Intl.getCanonicalLocales(typed.trim())[0];
  } catch {
    return undefined;
  }
}
