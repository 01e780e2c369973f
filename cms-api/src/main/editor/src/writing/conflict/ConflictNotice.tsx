import { useState } from "react";
import type { TypeDefinition } from "../../content/door";
import { Notice } from "../../kit/Bits";
import { Button } from "../../kit/Button";
import { useDesk } from "../desk";
import type { Snapshot } from "../draft/Draft";
import { merge } from "../draft/merge";
import { useSay } from "../words";
import { ChooseDialog } from "./ChooseDialog";

/** Says that two wrote the same, and leads to the choice. */
export function ConflictNotice({ now, type }: { now: Snapshot; type: TypeDefinition }) {
  const say = useSay();
  const { draft } = useDesk();
  const [isOpen, setOpen] = useState(false);
  if (now.state.is !== "conflict") {
    return null;
  }
  const { conflict } = now.state;
  return (
    <Notice tone="warning">
      <h2>{say("conflict.title")}</h2>
      <p>{say("conflict.text")}</p>
      <Button look="primary" onPress={() => setOpen(true)}>
        {say("conflict.open")}
      </Button>
      {isOpen && (
        <ChooseDialog
          type={type}
          title={say("conflict.title")}
          lead={say("conflict.lead", { who: say("conflict.somebody") })}
          clashes={merge(conflict.base, now.fields, conflict.theirs).clashes}
          fields={now.fields}
          sides={{ mine: say("conflict.mine"), theirs: say("conflict.theirs", { who: say("conflict.somebody") }) }}
          onClose={() => setOpen(false)}
          onChosen={(choices) =>
            draft.settle(conflict, merge(conflict.base, draft.snapshot().fields, conflict.theirs, choices).fields)
          }
        />
      )}
    </Notice>
  );
}
