import { Button } from "../kit/Button";
import { Dialog } from "../kit/Dialog";
import { useSay as useKitSay } from "../kit/words";
import { useSay } from "./words";

export function Shortcuts({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const kit = useKitSay();
  const all = [
    ["Ctrl K", say("help.go")],
    ["Ctrl S", say("help.save")],
    ["/", say("help.slash")],
    ["Alt F10", say("help.tools")],
    ["Esc", say("help.close")],
    ["?", say("help.help")],
  ];
  return (
    <Dialog title={say("help.title")} onClose={onClose}>
      <dl className="shortcuts">
        {all.map(([keys, does]) => (
          <div key={keys}>
            <dt>
              <kbd className="key">{keys}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <div className="actions end">
        <Button onPress={onClose}>{kit("close")}</Button>
      </div>
    </Dialog>
  );
}
