import type { FormEvent, ReactNode } from "react";
import type { Doing } from "./act";
import { Refusal } from "./Bits";
import { Button } from "./Button";
import { Dialog } from "./Dialog";
import { useSay } from "./words";

/** A form over the page: what was refused stands above its fields, and nothing that was typed is lost. */
export function FormDialog({
  title,
  act,
  doing,
  canSubmit = true,
  wide,
  onSubmit,
  onClose,
  children,
}: {
  title: ReactNode;
  /** What the button says. */
  act: string;
  doing: Doing;
  canSubmit?: boolean;
  wide?: boolean;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const say = useSay();
  function submit(event: FormEvent) {
    event.preventDefault();
    if (canSubmit && !doing.isBusy) {
      onSubmit();
    }
  }
  return (
    <Dialog title={title} onClose={onClose} wide={wide}>
      <form className="stack" onSubmit={submit} noValidate>
        {doing.problem !== undefined && <Refusal problem={doing.problem} />}
        {children}
        <div className="actions end">
          <Button onPress={onClose}>{say("cancel")}</Button>
          <Button type="submit" look="primary" isDisabled={!canSubmit}>
            {act}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
