import { type FormEvent, useState } from "react";
import type { Site } from "../app/site";
import { Button } from "../kit/Button";
import { Dialog } from "../kit/Dialog";
import { TextInput } from "../kit/Field";
import { useSay as useKitSay } from "../kit/words";
import type { Line } from "./menuTree";
import { type Aim, TargetField } from "./TargetField";
import { useSay } from "./words";

/** An item of a menu: its words, and where it leads. */
export function ItemDialog({
  site,
  locale,
  item,
  onKeep,
  onClose,
}: {
  site: Site;
  locale: string;
  item: Line["item"] | undefined;
  onKeep: (item: Line["item"]) => void;
  onClose: () => void;
}) {
  const say = useSay();
  const kit = useKitSay();
  const [label, setLabel] = useState(item?.label ?? "");
  const [aim, setAim] = useState<Aim>(
    item?.entry ? { entry: item.entry } : item?.href ? { href: item.href } : undefined,
  );
  function keep(event: FormEvent) {
    event.preventDefault();
    if (label.trim() !== "") {
      const { entry: _entry, href: _href, ...others } = item ?? {};
      onKeep({ ...others, label: label.trim(), ...aim });
    }
  }
  return (
    <Dialog title={say(item ? "menus.edit.title" : "menus.add")} onClose={onClose}>
      <form className="stack" onSubmit={keep} noValidate>
        <TargetField
          site={site}
          locale={locale}
          aim={aim}
          canBeNone
          onChange={(next, title) => {
            setAim(next);
            if (title && label === "") {
              setLabel(title);
            }
          }}
        />
        <TextInput label={say("menus.label")} hint={say("menus.label.hint")} value={label} onChange={setLabel} />
        <div className="actions end">
          <Button onPress={onClose}>{kit("cancel")}</Button>
          <Button type="submit" look="primary" isDisabled={label.trim() === ""}>
            {say("menus.keep")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
