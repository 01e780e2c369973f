import type { TypeDefinition } from "../../content/door";
import { useDesk } from "../desk";
import type { Fields } from "../door";
import type { Choice, Clash } from "../draft/merge";
import { same } from "../draft/same";
import { useSay } from "../words";
import { ChooseDialog } from "./ChooseDialog";
import { Words } from "./Words";

/** A version that lies aside, beside the draft: field by field one chooses which stays. Words of fields that are gone are shown, to copy. */
export function TakeOver({
  type,
  kept,
  onClose,
  onSaved,
}: {
  type: TypeDefinition;
  kept: Fields;
  onClose: () => void;
  onSaved: () => void;
}) {
  const say = useSay();
  const { draft } = useDesk();
  const { fields } = draft.snapshot();
  const known = new Set(type.fields.map((field) => field.key));
  const gone = Object.entries(kept).filter(([key]) => !known.has(key));
  const clashes: Clash[] = [...known]
    .filter((key) => !same(kept[key], fields[key]))
    .map((key) => ({ key, path: `/${key}`, kind: "value", base: undefined, mine: kept[key], theirs: fields[key] }));

  async function take(choices: ReadonlyMap<string, Choice>) {
    const taken = clashes.filter((clash) => choices.get(clash.key) === "mine").map(({ key, mine }) => [key, mine]);
    if (taken.length > 0) {
      draft.take({ ...draft.snapshot().fields, ...Object.fromEntries(taken) });
      await draft.flush(true);
    }
    if (draft.snapshot().isSaved) {
      onSaved();
    }
  }

  return (
    <ChooseDialog
      type={type}
      title={say("kept.title")}
      lead={say(clashes.length > 0 ? "kept.lead" : "kept.same")}
      clashes={clashes}
      fields={fields}
      sides={{ mine: say("kept.aside"), theirs: say("kept.now") }}
      onClose={onClose}
      onChosen={(choices) => void take(choices)}
    >
      {gone.length > 0 && (
        <section className="stack tight">
          <h3>{say("kept.gone")}</h3>
          <p className="soft">{say("kept.goneText")}</p>
          {gone.map(([key, value]) => (
            <Words key={key} value={value} />
          ))}
        </section>
      )}
    </ChooseDialog>
  );
}
