import { useState } from "react";
import { may, type Site } from "../app/site";
import { useAct } from "../kit/act";
import { Notice, Refusal } from "../kit/Bits";
import { Button } from "../kit/Button";
import { Confirm } from "../kit/Dialog";
import { TextInput } from "../kit/Field";
import { ChooseArchive } from "./ChooseArchive";
import { KindForm } from "./KindForm";
import { type Mapping, mappingsOf, nameFrom, saveMapping } from "./mappings";
import type { Options } from "./options";
import { archiveOf } from "./startImport";
import { useStart } from "./useStart";
import { useSay } from "./words";

/**
 * Between a dry run and the import: what becomes of each kind of file can be changed, kept under a name and tried again, as often as one
 * likes. What was changed and not kept can't be imported by mistake.
 */
export function AfterTrial({ site, proposed, options }: { site: Site; proposed: Mapping; options: Options }) {
  const say = useSay();
  const { start, sent, doing } = useStart(site);
  const saving = useAct(mappingsOf(site));
  const [mapping, setMapping] = useState(proposed);
  const [name, setName] = useState(options.mapping ?? "");
  const [archive, setArchive] = useState(archiveOf(site));
  const [isAsked, setAsked] = useState(false);
  const isChanged = mapping !== proposed;
  const isBusy = doing.isBusy || saving.isBusy;

  async function tryAgain() {
    if (archive && (await saving.perform(() => saveMapping(site, name, mapping), say("mapping.saved", { name })))) {
      await start(archive, { ...options, mapping: name }, true);
    }
  }

  return (
    <section className="stack" aria-labelledby="mapping-title">
      <h2 id="mapping-title">{say("mapping.title")}</h2>
      <p className="soft imports-lead">{say("mapping.lead")}</p>
      {!may(site, "model.manage") && (
        <Notice>
          <p>{say("mapping.mayNot")}</p>
        </Notice>
      )}
      {Object.entries(mapping.kinds).map(([kind, mapped]) => (
        <KindForm
          key={kind}
          site={site}
          name={kind}
          kind={mapped}
          onChange={(next) => setMapping({ kinds: { ...mapping.kinds, [kind]: next } })}
        />
      ))}
      {(doing.problem ?? saving.problem) !== undefined && <Refusal problem={doing.problem ?? saving.problem} />}
      {!archive && (
        <Notice tone="warning">
          <p>{say("archive.again")}</p>
          <ChooseArchive onChoose={setArchive} />
        </Notice>
      )}
      {isChanged && (
        <div className="imports-save">
          <TextInput
            label={say("mapping.name")}
            hint={say("mapping.name.hint")}
            value={name}
            onChange={(typed) => setName(nameFrom(typed))}
          />
          <Button
            look="primary"
            isDisabled={isBusy || !archive || name.replace(/-+$/, "") === ""}
            onPress={() => void tryAgain()}
          >
            {say("mapping.try")}
          </Button>
          <Button look="quiet" onPress={() => setMapping(proposed)}>
            {say("mapping.reset")}
          </Button>
        </div>
      )}
      {sent !== undefined && <progress className="progress" max={1} value={sent} aria-label={say("sending")} />}
      {!isChanged && (
        <div className="actions">
          <Button look="primary" isDisabled={isBusy || !archive} onPress={() => setAsked(true)}>
            {say("import")}
          </Button>
          <span className="soft small">{say("import.hint")}</span>
        </div>
      )}
      {isAsked && archive && (
        <Confirm
          title={say("import.title")}
          act={say("import")}
          onAct={() => void start(archive, options, false)}
          onClose={() => setAsked(false)}
        >
          <p>{say(options.drafts ? "import.drafts" : "import.publish", { site: site.name })}</p>
          <p>{say("import.again")}</p>
        </Confirm>
      )}
    </section>
  );
}
