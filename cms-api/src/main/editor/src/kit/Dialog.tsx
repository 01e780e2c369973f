import { type ReactNode, useState } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { Button } from "./Button";
import { TextInput } from "./Field";
import { useSay } from "./words";

/** A question over the page. Escape and a click beside it close it, unless `isFirm`. */
export function Dialog({
  title,
  onClose,
  wide = false,
  isFirm = false,
  children,
}: {
  title: ReactNode;
  onClose: () => void;
  wide?: boolean;
  isFirm?: boolean;
  children: ReactNode;
}) {
  return (
    <ModalOverlay
      className="shade"
      isOpen
      isDismissable={!isFirm}
      isKeyboardDismissDisabled={isFirm}
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal className={wide ? "dialog wide" : "dialog"}>
        <AriaDialog>
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/**
 * Asks before something that can't be undone.
 *
 * @param name to be typed before; left out where undoing is possible, though not here
 */
export function Confirm({
  title,
  children,
  act,
  name,
  onAct,
  onClose,
}: {
  title: ReactNode;
  children: ReactNode;
  act: string;
  name?: string;
  onAct: () => void;
  onClose: () => void;
}) {
  const say = useSay();
  const [typed, setTyped] = useState("");
  return (
    <Dialog title={title} onClose={onClose}>
      {children}
      {name !== undefined && (
        <TextInput label={say("confirm.type", { name })} value={typed} onChange={setTyped} autoComplete="off" />
      )}
      <div className="actions end">
        <Button onPress={onClose}>{say("cancel")}</Button>
        <Button
          look="danger"
          isDisabled={name !== undefined && typed.trim() !== name}
          onPress={() => {
            onClose();
            onAct();
          }}
        >
          {act}
        </Button>
      </div>
    </Dialog>
  );
}
