import { type RefObject, useCallback } from "react";
import { announce } from "../../kit/announce";
import { tell } from "../../kit/toasts";
import { useLanguage } from "../../words/language";
import { useDesk } from "../desk";
import { at, type Path } from "../draft/path";
import { useSay } from "../words";
import { type Block, copyOf, nameOf } from "./blocks";

export type BlockAct =
  | { is: "move"; by: number }
  | { is: "moveTo"; target: string; side: "before" | "after" }
  | { is: "copy" }
  | { is: "remove" };

/** What can be done with a block of a list. The focus goes along with it, or to its neighbour. */
export function useBlockActs(path: Path, onChange: (blocks: Block[]) => void, box: RefObject<HTMLElement | null>) {
  const say = useSay();
  const language = useLanguage();
  const { draft, types } = useDesk();

  const focus = useCallback(
    (selector: string) => {
      setTimeout(() => box.current?.querySelector<HTMLElement>(selector)?.focus(), 0);
    },
    [box],
  );

  const act = useCallback(
    (id: string, what: BlockAct) => {
      const now = () => [...((at(draft.snapshot().fields, path) as Block[] | undefined) ?? [])];
      const list = now();
      const index = list.findIndex((block) => block.id === id);
      const block = list[index];
      if (!block) {
        return;
      }
      const name = nameOf(block, types.get(block.type), language);
      const head = (one: Block) => `[data-block="${one.id}"] .blocks-fold`;
      const moveTo = (place: number) => {
        list.splice(index, 1);
        list.splice(place, 0, block);
        onChange(list);
        focus(head(block));
        announce(say("list.moved", { name, place: place + 1, of: list.length }));
      };
      switch (what.is) {
        case "move":
          return moveTo(Math.max(0, Math.min(list.length - 1, index + what.by)));
        case "moveTo": {
          const target = list.filter((one) => one.id !== id).findIndex((one) => one.id === what.target);
          return target >= 0 && moveTo(target + (what.side === "after" ? 1 : 0));
        }
        case "copy": {
          const copy = copyOf(block);
          list.splice(index + 1, 0, copy);
          onChange(list);
          focus(head(copy));
          return announce(say("blocks.copied", { name }));
        }
        case "remove": {
          const next = list[index + 1] ?? list[index - 1];
          onChange(list.filter((one) => one.id !== id));
          focus(next ? head(next) : "[data-add] button");
          return tell(say("list.removed", { name }), () => {
            const later = now();
            later.splice(index, 0, block);
            onChange(later);
            focus(head(block));
          });
        }
      }
    },
    [draft, types, path, language, onChange, say, focus],
  );
  return { act, focus };
}
