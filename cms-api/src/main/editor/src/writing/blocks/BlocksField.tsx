import "./blocks.css";
import { Plus } from "lucide-react";
import { useRef } from "react";
import { Button } from "../../kit/Button";
import { ActMenu } from "../../kit/Menu";
import { inLanguage, useLanguage } from "../../words/language";
import { useDesk } from "../desk";
import type { FieldProps } from "../fields/FieldView";
import { FieldGroup } from "../fields/label";
import { useSay } from "../words";
import { BlockRow } from "./BlockRow";
import { type Block, newId } from "./blocks";
import { useBlockActs } from "./useBlockActs";

/** A page built from blocks. Long ones stay quick: a closed block is a line, and one that is not changed is not drawn again. */
export default function BlocksField({ definition, value, path, onChange }: FieldProps) {
  const say = useSay();
  const language = useLanguage();
  const { types, folds } = useDesk();
  const box = useRef<HTMLDivElement>(null);
  const dragged = useRef<string>(undefined);
  const blocks = Array.isArray(value) ? (value as Block[]) : [];
  const allowed =
    definition.allowedBlocks ?? [...types.values()].filter((type) => type.kind === "block").map((type) => type.key);
  const isFull = blocks.length >= (definition.maxItems ?? Number.POSITIVE_INFINITY);

  const { act, focus } = useBlockActs(path, onChange, box);

  function add(type: string) {
    const block: Block = { id: newId(), type, fields: {} };
    folds.set([block.id], true);
    onChange([...blocks, block]);
    focus(`[data-block="${block.id}"] :is(input, textarea, select, [contenteditable])`);
  }

  return (
    <FieldGroup definition={definition} path={path}>
      <div className="blocks" ref={box}>
        {blocks.length > 1 && (
          <div className="actions">
            <Button
              look="quiet"
              onPress={() =>
                folds.set(
                  blocks.map((block) => block.id),
                  true,
                )
              }
            >
              {say("blocks.openAll")}
            </Button>
            <Button
              look="quiet"
              onPress={() =>
                folds.set(
                  blocks.map((block) => block.id),
                  false,
                )
              }
            >
              {say("blocks.closeAll")}
            </Button>
            <span className="soft small">{say("blocks.count", { count: blocks.length })}</span>
          </div>
        )}
        <ol className="blocks-list">
          {blocks.map((block, index) => (
            <BlockRow
              key={block.id}
              block={block}
              place={index + 1}
              isLast={index === blocks.length - 1}
              path={`${path}/${block.id}`}
              dragged={dragged}
              onAct={act}
            />
          ))}
        </ol>
        {!isFull && (
          <div data-add>
            <ActMenu
              label={say("blocks.add")}
              icon={<Plus size={18} aria-hidden />}
              items={allowed.map((key) => ({
                id: key,
                label: inLanguage(types.get(key)?.name, language, key),
                onAct: () => add(key),
              }))}
            />
          </div>
        )}
      </div>
    </FieldGroup>
  );
}
