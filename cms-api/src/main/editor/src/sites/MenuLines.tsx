import { ArrowDown, ArrowUp, GripVertical, Indent, Outdent, Pencil, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { GridList, GridListItem, useDragAndDrop } from "react-aria-components";
import type { Site } from "../app/site";
import { announce } from "../kit/announce";
import { Button } from "../kit/Button";
import { canMove, canNest, type Line, moved, nested, placed } from "./menuTree";
import { Target } from "./Target";
import { useSay } from "./words";

const SIZE = { size: 18, strokeWidth: 1.5, "aria-hidden": true } as const;

/** The items of a menu in their order: dragged by hand or keyboard, or moved by buttons. */
export function MenuLines({
  site,
  lines,
  onChange,
  onEdit,
  onRemove,
}: {
  site: Site;
  lines: Line[];
  onChange: (lines: Line[]) => void;
  onEdit: (at: number) => void;
  onRemove: (at: number) => void;
}) {
  const say = useSay();
  const at = (id: unknown) => lines.findIndex((line) => line.id === id);
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (ids) => [...ids].map((id) => ({ "text/plain": lines[at(id)]?.item.label ?? "" })),
    onReorder: ({ keys, target }) => {
      const from = at([...keys][0]);
      const to = at(target.key) + (target.dropPosition === "after" ? 1 : 0);
      onChange(placed(lines, from, to));
    },
  });
  return (
    <GridList
      className="sites-lines"
      aria-label={say("menus.items")}
      items={lines}
      dragAndDropHooks={dragAndDropHooks}
      dependencies={[lines]}
    >
      {(line) => {
        const index = at(line.id);
        const name = line.item.label || say("menus.unnamed");
        const act = (key: Parameters<typeof say>[0], icon: ReactNode, isAble: boolean, onPress: () => void) => (
          // Never disabled: whoever moves a line to the end would lose the focus with the button.
          <span className={isAble ? undefined : "sites-cannot"}>
            <Button
              look="quiet"
              iconOnly
              icon={icon}
              onPress={() => (isAble ? onPress() : announce(say("menus.cannot", { label: name })))}
            >
              {say(key, { label: name })}
            </Button>
          </span>
        );
        return (
          <GridListItem
            id={line.id}
            textValue={name}
            className="sites-line"
            style={{ "--depth": line.depth } as React.CSSProperties}
          >
            <Button slot="drag" look="quiet" iconOnly icon={<GripVertical {...SIZE} />}>
              {say("menus.drag", { label: name })}
            </Button>
            <span className="sites-line-text">
              <strong>{name}</strong>
              <Target site={site} entry={line.item.entry} href={line.item.href} />
            </span>
            <span className="sites-line-acts">
              {act("menus.up", <ArrowUp {...SIZE} />, canMove(lines, index, -1), () =>
                onChange(moved(lines, index, -1)),
              )}
              {act("menus.down", <ArrowDown {...SIZE} />, canMove(lines, index, 1), () =>
                onChange(moved(lines, index, 1)),
              )}
              {act("menus.out", <Outdent {...SIZE} />, canNest(lines, index, -1), () =>
                onChange(nested(lines, index, -1)),
              )}
              {act("menus.in", <Indent {...SIZE} />, canNest(lines, index, 1), () => onChange(nested(lines, index, 1)))}
              {act("menus.edit", <Pencil {...SIZE} />, true, () => onEdit(index))}
              {act("menus.remove", <Trash2 {...SIZE} />, true, () => onRemove(index))}
            </span>
          </GridListItem>
        );
      }}
    </GridList>
  );
}
