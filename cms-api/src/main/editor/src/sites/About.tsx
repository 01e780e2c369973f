import { Check, Select, TextInput } from "../kit/Field";
import { type Contact, ContactFields, contactOf, settingOf } from "./ContactFields";
import { usePartForm } from "./form";
import { LocalesField } from "./LocalesField";
import { inLocales, localeName } from "./locales";
import { members } from "./parts";
import { SaveBar } from "./SaveBar";
import type { TabProps } from "./Settings";
import { useSay } from "./words";

interface Draft {
  name: Record<string, string>;
  description: Record<string, string>;
  locales: string[];
  timeZone: string;
  indexable: boolean;
  contact: Contact;
}

/** What a site says of itself: its setting `site`. Members that this form does not know stay as they are. */
export function About({ site, parts }: TabProps) {
  const say = useSay();
  const form = usePartForm<Draft>(
    site,
    parts,
    "setting",
    "site",
    (value) => {
      const said = members(value);
      return {
        name: inLocales(said.name, site.locales, site.name),
        description: inLocales(said.description, site.locales, ""),
        locales: site.locales,
        timeZone: site.timeZone,
        indexable: said.indexable !== false,
        contact: contactOf(said.contact, site.locales),
      };
    },
    (draft, value) => ({
      ...members(value),
      ...draft,
      contact: settingOf(draft.contact, members(value).contact),
    }),
  );
  const { draft, set } = form;
  return (
    <section className="form" aria-labelledby="sites-about">
      <h2 id="sites-about">{say("about")}</h2>
      {draft.locales.map((locale) => (
        <fieldset className="sites-locale" key={locale}>
          <legend>{localeName(locale)}</legend>
          <TextInput
            label={say("about.name")}
            value={draft.name[locale] ?? ""}
            onChange={(name) => set({ ...draft, name: { ...draft.name, [locale]: name } })}
          />
          <TextInput
            label={say("about.description")}
            hint={say("about.description.hint")}
            value={draft.description[locale] ?? ""}
            onChange={(text) => set({ ...draft, description: { ...draft.description, [locale]: text } })}
          />
        </fieldset>
      ))}
      <LocalesField locales={draft.locales} onChange={(locales) => set({ ...draft, locales })} />
      <Select
        label={say("about.zone")}
        hint={say("about.zone.hint")}
        value={draft.timeZone}
        onChange={(timeZone) => set({ ...draft, timeZone })}
        choices={zones(draft.timeZone).map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
      />
      <Check checked={draft.indexable} onChange={(indexable) => set({ ...draft, indexable })}>
        {say("about.indexable")}
      </Check>
      <ContactFields
        locales={draft.locales}
        contact={draft.contact}
        onChange={(contact) => set({ ...draft, contact })}
      />
      <SaveBar form={form} told={say("about.saved")} />
    </section>
  );
}

function zones(used: string): string[] {
  const known = Intl.supportedValuesOf("timeZone");
  return known.includes(used) ? known : [used, ...known];
}
