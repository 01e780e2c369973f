import { useState } from "react";
import type { TypeDefinition } from "../../content/door";
import { Button } from "../../kit/Button";
import { Dialog } from "../../kit/Dialog";
import { useLanguage } from "../../words/language";
import { useDesk } from "../desk";
import type { Fields } from "../door";
import { type Choice, type Clash, merge } from "../draft/merge";
import { fieldName } from "../panels/fieldName";
import { useSay } from "../words";
import { Words } from "./Words";

/** Base, mine and theirs side by side, for each place that both changed; one chooses place by place. */
export function ChooseDialog({
  type,
  base,
  mine,
  theirs,
  onChosen,
  onClose,
}: {
  type: TypeDefinition;
  base: Fields;
  mine: Fields;
  theirs: Fields;
  onChosen: (fields: Fields) => void;
  onClose: () => void;
}) {
  const say = useSay();
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map());
  const { clashes } = merge(base, mine, theirs);
  const who = say("conflict.somebody");
  const done = clashes.filter((clash) => choices.has(clash.key)).length;
  return (
    <Dialog title={say("conflict.title")} onClose={onClose} wide>
      <p>{say("conflict.lead", { who })}</p>
      {clashes.map((clash) => (
        <OneClash
          key={clash.key}
          clash={clash}
          type={type}
          fields={mine}
          who={who}
          choice={choices.get(clash.key)}
          onChoose={(choice) => setChoices(new Map(choices).set(clash.key, choice))}
        />
      ))}
      <div className="actions end">
        <span className="soft" role="status">
          {say("conflict.done", { done, all: clashes.length })}
        </span>
        <Button
          look="primary"
          isDisabled={done < clashes.length}
          onPress={() => {
            onClose();
            onChosen(merge(base, mine, theirs, choices).fields);
          }}
        >
          {say("conflict.save")}
        </Button>
      </div>
    </Dialog>
  );
}

function OneClash({
  clash,
  type,
  fields,
  who,
  choice,
  onChoose,
}: {
  clash: Clash;
  type: TypeDefinition;
  fields: Fields;
  who: string;
  choice: Choice | undefined;
  onChoose: (choice: Choice) => void;
}) {
  const say = useSay();
  const language = useLanguage();
  const { types } = useDesk();
  const own = new Map([...types].filter(([key, one]) => key === type.key || one.kind === "block"));
  const canBoth = typeof clash.mine === "string" && typeof clash.theirs === "string" && clash.kind === "html";
  const ways: Choice[] = canBoth ? ["mine", "theirs", "both"] : ["mine", "theirs"];
  return (
    <fieldset className="writing-clash">
      <legend>{fieldName(clash.path, fields, own, language)}</legend>
      <div className="writing-sides">
        <section>
          <h3>{say("conflict.base")}</h3>
          <Words value={clash.base} />
        </section>
        <section>
          <h3>{say("conflict.mine")}</h3>
          <Words value={clash.mine} before={clash.base} />
        </section>
        <section>
          <h3>{say("conflict.theirs", { who })}</h3>
          <Words value={clash.theirs} before={clash.base} />
        </section>
      </div>
      <div className="row" role="radiogroup" aria-label={say("conflict.choose")}>
        {ways.map((way) => (
          <label className="check" key={way}>
            <input type="radio" name={clash.key} checked={choice === way} onChange={() => onChoose(way)} />
            <span>{say(`conflict.${way}`, { who })}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
