import { ArrowDown, ArrowUp, ChevronDown, ChevronRight, Copy, GripVertical, Trash2 } from "lucide-react";
import { type KeyboardEvent, memo, type RefObject, useState } from "react";
import { Button } from "../../kit/Button";
import { inLanguage, useLanguage } from "../../words/language";
import { useDesk } from "../desk";
import type { Path } from "../draft/path";
import { FieldList } from "../fields/FieldList";
import { useIsOpen } from "../fields/folds";
import { useSay } from "../words";
import { type Block, nameOf, summaryOf } from "./blocks";
import type { BlockAct } from "./useBlockActs";

const size = { size: 18, strokeWidth: 1.5, "aria-hidden": true } as const;

export const BlockRow = memo(function BlockRow({
  block,
  place,
  isLast,
  path,
  dragged,
  onAct,
}: {
  block: Block;
  place: number;
  isLast: boolean;
  path: Path;
  /** Id of the block that is being dragged. */
  dragged: RefObject<string | undefined>;
  onAct: (id: string, act: BlockAct) => void;
}) {
  const say = useSay();
  const language = useLanguage();
  const { types, folds } = useDesk();
  const isOpen = useIsOpen(folds, block.id);
  const [over, setOver] = useState<"before" | "after">();
  const definition = types.get(block.type);
  const type = inLanguage(definition?.name, language, block.type);
  const summary = summaryOf(block, definition);
  const name = nameOf(block, definition, language);
  const act = (what: BlockAct) => onAct(block.id, what);

  function pressed(event: KeyboardEvent) {
    if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      act({ is: "move", by: event.key === "ArrowUp" ? -1 : 1 });
    }
  }

  return (
    // A place to drop; by keyboard there are buttons, and Alt with the arrows.
    <li
      className={over ? `blocks-row ${over}` : "blocks-row"}
      data-block={block.id}
      data-path={path}
      onDragOver={(event) => {
        if (dragged.current && dragged.current !== block.id) {
          event.preventDefault();
          const { top, height } = event.currentTarget.getBoundingClientRect();
          setOver(event.clientY < top + height / 2 ? "before" : "after");
        }
      }}
      onDragLeave={() => setOver(undefined)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(undefined);
        if (dragged.current && over) {
          onAct(dragged.current, { is: "moveTo", target: block.id, side: over });
          dragged.current = undefined;
        }
      }}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys bubble from its buttons */}
      <div className="blocks-head" onKeyDown={pressed}>
        <span
          className="blocks-grip"
          draggable
          aria-hidden
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = "move";
            event.dataTransfer.setData("text/plain", name);
            dragged.current = block.id;
          }}
          onDragEnd={() => {
            dragged.current = undefined;
          }}
        >
          <GripVertical {...size} />
        </span>
        <button
          type="button"
          className="blocks-fold"
          aria-expanded={isOpen}
          onClick={() => folds.set([block.id], !isOpen)}
        >
          {isOpen ? <ChevronDown {...size} /> : <ChevronRight {...size} />}
          <span className="blocks-type">{type}</span>
          {!isOpen && <span className="blocks-summary">{summary}</span>}
        </button>
        <span className="blocks-acts">
          <Button
            look="quiet"
            iconOnly
            icon={<ArrowUp {...size} />}
            isDisabled={place === 1}
            onPress={() => act({ is: "move", by: -1 })}
          >
            {say("list.up", { name })}
          </Button>
          <Button
            look="quiet"
            iconOnly
            icon={<ArrowDown {...size} />}
            isDisabled={isLast}
            onPress={() => act({ is: "move", by: 1 })}
          >
            {say("list.down", { name })}
          </Button>
          <Button look="quiet" iconOnly icon={<Copy {...size} />} onPress={() => act({ is: "copy" })}>
            {say("blocks.copy", { name })}
          </Button>
          <Button look="quiet" iconOnly icon={<Trash2 {...size} />} onPress={() => act({ is: "remove" })}>
            {say("list.remove", { name })}
          </Button>
        </span>
      </div>
      {isOpen && (
        <div className="blocks-body">
          {definition ? (
            <FieldList definitions={definition.fields} fields={block.fields ?? NOTHING} path={`${path}/fields`} />
          ) : (
            <p className="soft">{say("blocks.unknown", { type: block.type })}</p>
          )}
        </div>
      )}
    </li>
  );
});

const NOTHING = {};
