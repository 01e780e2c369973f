import { Plus } from "lucide-react";
import { useState } from "react";
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
  const [open, setOpen] = useState<string>();
  const [dragged, setDragged] = useState<string>();

  function add() {
    const field = newField(freeKey(fields, "veld"));
    onChange([...fields, field]);
    setOpen(field.id);
  }

  function move(field: EditedField, by: 1 | -1) {
    const next = moved(fields, field.id, by);
    onChange(next);
    const at = next.findIndex((one) => one.id === field.id) + 1;
    announce(say("field.moved", { name: field.key, at, all: next.length }));
  }

  return (
    <div className="stack tight">
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
            isFirst={index === 0}
            isLast={index === fields.length - 1}
            isDragged={dragged === field.id}
            onToggle={() => setOpen(open === field.id ? undefined : field.id)}
            onChange={(change) => onChange(changed(fields, field.id, change))}
            onMove={(by) => move(field, by)}
            onRemove={() => onChange(without(fields, field.id))}
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
