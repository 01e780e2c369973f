import { useState } from "react";
import type { TypeDefinition } from "../../content/door";
import { Notice } from "../../kit/Bits";
import { Button } from "../../kit/Button";
import { useDesk } from "../desk";
import type { Snapshot } from "../draft/Draft";
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
          base={conflict.base}
          mine={now.fields}
          theirs={conflict.theirs}
          onClose={() => setOpen(false)}
          onChosen={(fields) => draft.settle(conflict, fields)}
        />
      )}
    </Notice>
  );
}
