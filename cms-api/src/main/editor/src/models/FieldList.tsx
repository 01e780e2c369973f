import { Plus } from "lucide-react";
import { useRef, useState } from "react";
import { announce } from "../kit/announce";
import { Button } from "../kit/Button";
import { type EditedField, newField, type TypeDefinition } from "./definition";
import { FieldRow } from "./FieldRow";
import { changed, freeKey, moved, placed, without } from "./fields";
import { useSay } from "./words";

/** The fields of a type or a group, in the order in which writers meet them. They are moved by buttons or by dragging. */
export function FieldList({
  fields,
  types,
  depth = 1,
  isReadOnly,
  onChange,
}: {
  fields: EditedField[];
  types: TypeDefinition[];
  depth?: number;
  isReadOnly: boolean;
  onChange: (fields: EditedField[]) => void;
}) {
  const say = useSay();
  const list = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<string>();
  const [dragged, setDragged] = useState<string>();

  function add() {
    const field = newField(freeKey(fields, "veld"));
    onChange([...fields, field]);
    setOpen(field.id);
  }

  function remove(field: EditedField, index: number) {
    onChange(without(fields, field.id));
    announce(say("field.removed", { name: field.key }));
    // Focus goes to the field that takes its place, or to the button that adds one.
    setTimeout(() => {
      const names = list.current?.querySelectorAll<HTMLElement>(":scope > ol > li > div > .models-field-name") ?? [];
      const next = names[Math.min(index, names.length - 1)];
      (next ?? list.current?.querySelector<HTMLElement>(":scope > div button"))?.focus();
    });
  }

  /** At the ends it stays where it is, and so does the focus. */
  function move(field: EditedField, by: 1 | -1) {
    const next = moved(fields, field.id, by);
    onChange(next);
    const at = next.findIndex((one) => one.id === field.id) + 1;
    announce(say("field.moved", { name: field.key, at, all: next.length }));
  }

  return (
    <div className="stack tight" ref={list}>
      {fields.length === 0 && <p className="soft">{say("fields.none")}</p>}
      <ol className="models-fields">
        {fields.map((field, index) => (
          <FieldRow
            key={field.id}
            field={field}
            beside={fields}
            types={types}
            depth={depth}
            isReadOnly={isReadOnly}
            isOpen={open === field.id}
            isDragged={dragged === field.id}
            onToggle={() => setOpen(open === field.id ? undefined : field.id)}
            onChange={(change) => onChange(changed(fields, field.id, change))}
            onMove={(by) => move(field, by)}
            onRemove={() => remove(field, index)}
            onDragStart={() => setDragged(field.id)}
            onDragOver={() => dragged && dragged !== field.id && onChange(placed(fields, dragged, index))}
            onDragEnd={() => setDragged(undefined)}
          />
        ))}
      </ol>
      {!isReadOnly && (
        <div>
          <Button icon={<Plus size={18} aria-hidden />} onPress={add}>
            {say("field.add")}
          </Button>
        </div>
      )}
    </div>
  );
}
