import { useState } from "react";
import type { Schemas } from "../api/client";
import type { Site } from "../app/site";
import { Refusal } from "../kit/Bits";
import { Button } from "../kit/Button";
import { Dialog } from "../kit/Dialog";
import { Select } from "../kit/Field";
import { inLanguage, useLanguage } from "../words/language";
import { BulkProgress } from "./BulkProgress";
import { type BulkAct, bulkChanges, type Reference, type Selection, startBulk, undoBulk } from "./bulk";
import { PickEntry } from "./PickEntry";
import { useTypes } from "./types";
import { useSay } from "./words";

/** Asks before many entries change, shows how far it is, what became of each, and offers the way back. */
export function BulkDialog({
  site,
  person,
  act,
  selection,
  onClose,
}: {
  site: Site;
  person: string;
  act: BulkAct;
  selection: Selection;
  onClose: (wasStarted: boolean) => void;
}) {
  const say = useSay();
  const [reference, setReference] = useState<Reference>();
  const [jobs, setJobs] = useState<Array<Schemas["BulkView"]>>([]);
  const [problem, setProblem] = useState<unknown>();
  const [isStarting, setStarting] = useState(false);
  const names = act === "add-reference" || act === "remove-reference";
  const count = "rows" in selection ? selection.rows.length : undefined;

  async function start(make: () => Promise<Array<Schemas["BulkView"]>>) {
    setStarting(true);
    setProblem(undefined);
    try {
      setJobs(await make());
    } catch (error) {
      setProblem(error);
    } finally {
      setStarting(false);
    }
  }

  const changes = () => bulkChanges(act, selection, person, reference);
  return (
    <Dialog title={say(`bulk.title.${act}`)} onClose={() => onClose(jobs.length > 0)}>
      {jobs.length === 0 && (
        <>
          <p>
            {count === undefined ? say(`bulk.ask.${act}.all`) : say(`bulk.ask.${act}`, { count })}{" "}
            {say("bulk.undoable")}
          </p>
          {names && <PickReference site={site} selection={selection} value={reference} onChange={setReference} />}
          {problem !== undefined && <Refusal problem={problem} />}
          <div className="actions end">
            <Button onPress={() => onClose(false)}>{say("cancel")}</Button>
            <Button
              look={act === "trash" ? "danger" : "primary"}
              isDisabled={isStarting || (names && !reference)}
              onPress={() => void start(() => Promise.all(changes().map((change) => startBulk(site, change))))}
            >
              {say(`bulk.do.${act}`)}
            </Button>
          </div>
        </>
      )}
      {jobs.length > 0 && (
        <BulkProgress
          key={jobs.map((job) => job.id).join()}
          site={site}
          jobs={jobs}
          onUndo={() => void start(() => Promise.all(jobs.map((job) => undoBulk(site, job.id))))}
          onClose={() => onClose(true)}
        />
      )}
      {jobs.length > 0 && problem !== undefined && <Refusal problem={problem} />}
    </Dialog>
  );
}

/** Which tag, and in which field: only where the types that are meant have several does one choose the field. */
function PickReference({
  site,
  selection,
  value,
  onChange,
}: {
  site: Site;
  selection: Selection;
  value: Reference | undefined;
  onChange: (reference: Reference) => void;
}) {
  const say = useSay();
  const language = useLanguage();
  const types = useTypes(site);
  const [field, setField] = useState("");
  const [title, setTitle] = useState("");
  const [isPicking, setPicking] = useState(false);
  const meant =
    "rows" in selection
      ? new Set(selection.rows.map((row) => row.type))
      : selection.filters.type && new Set([selection.filters.type]);
  const fields = new Map(
    (types.data?.items ?? [])
      .filter((type) => type.kind !== "block" && (!meant || meant.has(type.key)))
      .flatMap((type) => type.fields)
      .filter((one) => one.kind === "tags" || one.kind === "references")
      .sort((one, other) => Number(other.kind === "tags") - Number(one.kind === "tags"))
      .map((one) => [one.key, one] as const),
  );
  const chosen = fields.get(field) ?? [...fields.values()][0];
  if (!chosen) {
    return <p className="soft">{say("bulk.noField")}</p>;
  }
  return (
    <>
      {fields.size > 1 && (
        <Select
          label={say("bulk.field")}
          value={chosen.key}
          onChange={(key) => {
            setField(key);
            if (value) {
              onChange({ ...value, field: key });
            }
          }}
          choices={[...fields.values()].map((one) => ({
            value: one.key,
            label: inLanguage(one.name, language, one.key),
          }))}
        />
      )}
      <div className="row">
        {title && <strong>{title}</strong>}
        <Button onPress={() => setPicking(true)}>{say(title ? "bulk.pickOther" : "bulk.pick")}</Button>
      </div>
      {isPicking && (
        <PickEntry
          site={site}
          types={chosen.allowedTypes}
          locale={site.locales[0] ?? ""}
          title={say("bulk.pick")}
          onPick={(picked) => {
            setTitle(picked.title);
            onChange({ field: chosen.key, target: picked.id });
          }}
          onClose={() => setPicking(false)}
        />
      )}
    </>
  );
}
