import { type ReactNode, useState } from "react";
import type { TypeDefinition } from "../../content/door";
import { Button } from "../../kit/Button";
import { Dialog } from "../../kit/Dialog";
import { useLanguage } from "../../words/language";
import { useDesk } from "../desk";
import type { Fields } from "../door";
import type { Choice, Clash } from "../draft/merge";
import { fieldName } from "../panels/fieldName";
import { useSay } from "../words";
import { Words } from "./Words";

/** Base, mine and theirs side by side, for each place that both changed; one chooses place by place. */
export function ChooseDialog({
  type,
  title,
  lead,
  clashes,
  fields,
  sides,
  children,
  onChosen,
  onClose,
}: {
  type: TypeDefinition;
  title: string;
  lead: string;
  clashes: Clash[];
  /** In which the places are named. */
  fields: Fields;
  /** How the two sides are called. */
  sides: { mine: string; theirs: string };
  children?: ReactNode;
  onChosen: (choices: ReadonlyMap<string, Choice>) => void;
  onClose: () => void;
}) {
  const say = useSay();
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map());
  const done = clashes.filter((clash) => choices.has(clash.key)).length;
  return (
    <Dialog title={title} onClose={onClose} wide>
      <p>{lead}</p>
      {clashes.map((clash) => (
        <OneClash
          key={clash.key}
          clash={clash}
          type={type}
          fields={fields}
          sides={sides}
          choice={choices.get(clash.key)}
          onChoose={(choice) => setChoices(new Map(choices).set(clash.key, choice))}
        />
      ))}
      {children}
      <div className="actions end">
        {clashes.length > 0 && (
          <span className="soft" role="status">
            {say("conflict.done", { done, all: clashes.length })}
          </span>
        )}
        <Button
          look="primary"
          isDisabled={done < clashes.length}
          onPress={() => {
            onClose();
            onChosen(choices);
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
  sides,
  choice,
  onChoose,
}: {
  clash: Clash;
  type: TypeDefinition;
  fields: Fields;
  sides: { mine: string; theirs: string };
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
        {clash.base !== undefined && (
          <section>
            <h3>{say("conflict.base")}</h3>
            <Words value={clash.base} />
          </section>
        )}
        <section>
          <h3>{sides.mine}</h3>
          <Words value={clash.mine} before={clash.base} />
        </section>
        <section>
          <h3>{sides.theirs}</h3>
          <Words value={clash.theirs} before={clash.base} />
        </section>
      </div>
      <div className="row" role="radiogroup" aria-label={say("conflict.choose")}>
        {ways.map((way) => (
          <label className="check" key={way}>
            <input type="radio" name={clash.key} checked={choice === way} onChange={() => onChoose(way)} />
            <span>{way === "both" ? say("conflict.both") : sides[way]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
