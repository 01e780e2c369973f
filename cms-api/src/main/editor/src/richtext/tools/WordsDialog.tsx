import { useState } from "react";
import { Button } from "../../kit/Button";
import { Dialog } from "../../kit/Dialog";
import { TextInput } from "../../kit/Field";
import { useSay } from "../words";

/** Asks for a few words: what a picture shows, what an abbreviation stands for. */
export function WordsDialog({
  title,
  label,
  hint,
  words,
  onSave,
  onRemove,
  onClose,
}: {
  title: string;
  label: string;
  hint?: string;
  words: string;
  onSave: (words: string) => void;
  onRemove?: () => void;
  onClose: () => void;
}) {
  const say = useSay();
  const [typed, setTyped] = useState(words);
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          onClose();
          onSave(typed.trim());
        }}
      >
        <TextInput label={label} hint={hint} value={typed} onChange={setTyped} autoFocus />
        <div className="actions end">
          {onRemove && (
            <Button
              onPress={() => {
                onClose();
                onRemove();
              }}
            >
              {say("mark.remove")}
            </Button>
          )}
          <Button look="primary" type="submit">
            {say("mark.save")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
