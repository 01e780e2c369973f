import { Check, TextInput } from "../kit/Field";
import { usePartForm } from "./form";
import { members } from "./parts";
import { SaveBar } from "./SaveBar";
import type { TabProps } from "./Settings";
import { useSay } from "./words";

interface Draft {
  contact: boolean;
  useful: boolean;
  keepDays: string;
}

/** What visitors can send, and how long it is kept. */
export function Forms({ site, parts }: TabProps) {
  const say = useSay();
  const form = usePartForm<Draft>(
    site,
    parts,
    "setting",
    "forms",
    (value) => {
      const said = members(value);
      return {
        contact: said.contact === true,
        useful: said.useful === true,
        keepDays: String(said.keepDays ?? 365),
      };
    },
    (draft, value) => ({ ...members(value), ...draft, keepDays: Number(draft.keepDays) }),
  );
  const { draft, set } = form;
  const isDays = /^[1-9][0-9]{0,3}$/.test(draft.keepDays);
  return (
    <section className="form" aria-labelledby="sites-forms">
      <h2 id="sites-forms">{say("tab.forms")}</h2>
      <p className="soft">{say("forms.text")}</p>
      <Check checked={draft.contact} onChange={(contact) => set({ ...draft, contact })}>
        {say("forms.contact")}
      </Check>
      <Check checked={draft.useful} onChange={(useful) => set({ ...draft, useful })}>
        {say("forms.useful")}
      </Check>
      <TextInput
        label={say("forms.keep")}
        hint={say("forms.keep.hint")}
        error={isDays ? undefined : say("forms.keep.wrong")}
        inputMode="numeric"
        value={draft.keepDays}
        onChange={(keepDays) => set({ ...draft, keepDays })}
      />
      <SaveBar form={form} told={say("forms.saved")} canSave={isDays} />
    </section>
  );
}
