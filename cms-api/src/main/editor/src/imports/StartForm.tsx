import { type FormEvent, useState } from "react";
import type { Site } from "../app/site";
import { Refusal } from "../kit/Bits";
import { Check, Select, TextInput } from "../kit/Field";
import { ChooseArchive } from "./ChooseArchive";
import { useMappings } from "./mappings";
import type { Options } from "./options";
import { archiveOf } from "./startImport";
import { useStart } from "./useStart";
import { useSay } from "./words";

/** The first step: which archive, and what is known of it. It always leads to a dry run, which changes nothing. */
export function StartForm({ site }: { site: Site }) {
  const say = useSay();
  const mappings = useMappings(site);
  const { start, sent, doing } = useStart(site);
  const [archive, setArchive] = useState(archiveOf(site));
  const [isMissing, setMissing] = useState(false);
  const [options, setOptions] = useState<Options>({ drafts: false, ignoreExpiry: false });
  const want = (change: Partial<Options>) => setOptions({ ...options, ...change });

  function submit(event: FormEvent) {
    event.preventDefault();
    setMissing(!archive);
    if (archive && !doing.isBusy) {
      void start(archive, options, true);
    }
  }

  return (
    <form className="form" onSubmit={submit} noValidate>
      {doing.problem !== undefined && <Refusal problem={doing.problem} />}
      <ChooseArchive archive={archive} error={isMissing ? say("archive.missing") : undefined} onChoose={setArchive} />
      {site.locales.length > 1 && (
        <Select
          label={say("locale")}
          value={options.locale ?? site.locales[0] ?? ""}
          onChange={(locale) => want({ locale })}
          choices={site.locales.map((locale) => ({ value: locale, label: locale }))}
        />
      )}
      {(mappings.data?.items.length ?? 0) > 0 && (
        <Select
          label={say("mapping")}
          hint={say("mapping.hint")}
          value={options.mapping ?? ""}
          onChange={(mapping) => want({ mapping })}
          choices={[
            { value: "", label: say("mapping.none") },
            ...(mappings.data?.items ?? []).map((one) => ({ value: one.name ?? "", label: one.name ?? "" })),
          ]}
        />
      )}
      <TextInput
        label={say("source")}
        hint={say("source.hint")}
        type="url"
        placeholder="https://www.example.nl"
        value={options.source ?? ""}
        onChange={(source) => want({ source, hosts: hostsIn(source) })}
      />
      <Check checked={options.drafts} onChange={(drafts) => want({ drafts })}>
        {say("drafts")}
      </Check>
      <Check checked={options.ignoreExpiry} onChange={(ignoreExpiry) => want({ ignoreExpiry })}>
        {say("expired")}
      </Check>
      {sent !== undefined && <progress className="progress" max={1} value={sent} aria-label={say("sending")} />}
      <div className="actions">
        <button type="submit" className="button primary" disabled={doing.isBusy}>
          {say(doing.isBusy ? "sending" : "try")}
        </button>
        <span className="soft small">{say("try.hint")}</span>
      </div>
    </form>
  );
}

/** The host of an address: links to it are links inside the archive. */
function hostsIn(source: string): string | undefined {
  return URL.canParse(source) ? new URL(source).host : undefined;
}
