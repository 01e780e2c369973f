import { TextInput } from "../kit/Field";
import { inLocales, localeName } from "./locales";
import { members, text } from "./parts";
import { useSay } from "./words";

const WORDS = ["name", "address", "hours"] as const;
const LINES = ["phone", "email"] as const;

/** How visitors reach who is behind the site; themes show it at the foot of each page. */
export type Contact = Record<(typeof WORDS)[number], Record<string, string>> & Record<(typeof LINES)[number], string>;

export function contactOf(value: unknown, locales: string[]): Contact {
  const said = members(value);
  return {
    name: inLocales(said.name, locales, ""),
    address: inLocales(said.address, locales, ""),
    hours: inLocales(said.hours, locales, ""),
    phone: text(said.phone),
    email: text(said.email),
  };
}

/** As the setting has it: what is empty is left out, and all of it if nothing is said. */
export function settingOf(contact: Contact, before: unknown): Record<string, unknown> | undefined {
  const { name: _n, address: _a, hours: _h, phone: _p, email: _e, ...others } = members(before);
  const said: Record<string, unknown> = { ...others };
  for (const key of WORDS) {
    const words = Object.fromEntries(Object.entries(contact[key]).filter(([, one]) => one.trim() !== ""));
    if (Object.keys(words).length > 0) {
      said[key] = words;
    }
  }
  for (const key of LINES) {
    if (contact[key].trim() !== "") {
      said[key] = contact[key].trim();
    }
  }
  return Object.keys(said).length > 0 ? said : undefined;
}

export function ContactFields({
  locales,
  contact,
  onChange,
}: {
  locales: string[];
  contact: Contact;
  onChange: (contact: Contact) => void;
}) {
  const say = useSay();
  return (
    <>
      <div className="stack tight">
        <h3>{say("contact")}</h3>
        <p className="soft">{say("contact.text")}</p>
      </div>
      {locales.map((locale) => (
        <fieldset className="sites-locale" key={locale}>
          <legend>{localeName(locale)}</legend>
          {WORDS.map((key) => (
            <TextInput
              key={key}
              label={say(`contact.${key}`)}
              value={contact[key][locale] ?? ""}
              onChange={(said) => onChange({ ...contact, [key]: { ...contact[key], [locale]: said } })}
            />
          ))}
        </fieldset>
      ))}
      <TextInput
        label={say("contact.phone")}
        type="tel"
        value={contact.phone}
        onChange={(phone) => onChange({ ...contact, phone })}
      />
      <TextInput
        label={say("contact.email")}
        type="email"
        value={contact.email}
        onChange={(email) => onChange({ ...contact, email })}
      />
    </>
  );
}
