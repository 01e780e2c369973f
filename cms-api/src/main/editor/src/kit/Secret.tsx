import { Check, Copy } from "lucide-react";
import { type ReactNode, useState } from "react";
import { keepFocus } from "./act";
import { Notice } from "./Bits";
import { Button } from "./Button";
import { Dialog } from "./Dialog";
import { Field } from "./Field";
import { tell } from "./toasts";
import { useSay } from "./words";

/** Something that is shown once, such as the secret of a token: to be copied before the window is closed. */
export function Secret({
  title,
  label,
  value,
  onClose,
  children,
}: {
  title: ReactNode;
  label: string;
  value: string;
  onClose: () => void;
  children?: ReactNode;
}) {
  const say = useSay();
  function close() {
    onClose();
    keepFocus();
  }
  return (
    <Dialog title={title} isFirm onClose={close}>
      <Notice tone="warning">
        <p>{say("secret.once")}</p>
      </Notice>
      {children}
      <Field label={label}>
        {(ids) => <input {...ids} className="input secret" readOnly value={value} onFocus={(e) => e.target.select()} />}
      </Field>
      <div className="actions end">
        <CopyButton value={value} />
        <Button look="primary" onPress={close}>
          {say("secret.done")}
        </Button>
      </div>
    </Dialog>
  );
}

export function CopyButton({ value }: { value: string }) {
  const say = useSay();
  const [isCopied, setCopied] = useState(false);
  const Icon = isCopied ? Check : Copy;
  return (
    <Button
      icon={<Icon size={18} strokeWidth={1.5} aria-hidden />}
      onPress={async () => {
        try {
          await navigator.clipboard.writeText(value);
          setCopied(true);
          tell(say("copied"));
        } catch {
          tell(say("copied.not"));
        }
      }}
    >
      {say("copy")}
    </Button>
  );
}
