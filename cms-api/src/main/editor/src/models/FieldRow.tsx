import { ArrowDown, ArrowUp, ChevronDown, ChevronRight, GripVertical, Trash2 } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { State } from "../kit/Bits";
import { Button } from "../kit/Button";
import { inLanguage, useLanguage } from "../words/language";
import type { EditedField, TypeDefinition } from "./definition";
import { FieldForm } from "./FieldForm";
import { FieldSummary } from "./FieldSummary";
import { useSay } from "./words";

interface Props {
  field: EditedField;
  beside: EditedField[];
  types: TypeDefinition[];
  depth: number;
  isReadOnly: boolean;
  isOpen: boolean;
  isDragged: boolean;
  onToggle: () => void;
  onChange: (change: Partial<EditedField>) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
  onDragStart: () => void;
  onDragOver: () => void;
  onDragEnd: () => void;
}

/** One field: a line that says what it is, unfolded into a form. */
export function FieldRow(props: Props) {
  const { field, isReadOnly, isOpen, isDragged, onToggle, onMove, onRemove } = props;
  const say = useSay();
  const language = useLanguage();
  const name = inLanguage(field.name, language, field.key) || field.key;
  const row = useRef<HTMLLIElement>(null);
  // Only the handle drags: text in the form can still be selected.
  const [canDrag, setCanDrag] = useState(false);
  const [isNew] = useState(field.held === undefined);
  useEffect(() => {
    if (isNew) {
      row.current?.querySelector<HTMLElement>("input")?.focus();
    }
  }, [isNew]);
  return (
    <li
      ref={row}
      className={isDragged ? "models-field dragged" : "models-field"}
      draggable={canDrag}
      onDragStart={(event) => {
        event.stopPropagation();
        event.dataTransfer.effectAllowed = "move";
        props.onDragStart();
      }}
      onDragOver={(event) => {
        event.preventDefault();
        props.onDragOver();
      }}
      onDragEnd={() => {
        setCanDrag(false);
        props.onDragEnd();
      }}
    >
      <div className="models-field-line">
        {!isReadOnly && (
          <span className="models-grip" onPointerDown={() => setCanDrag(true)} onPointerUp={() => setCanDrag(false)}>
            <GripVertical size={18} aria-hidden />
          </span>
        )}
        <button type="button" className="models-field-name" aria-expanded={isOpen} onClick={onToggle}>
          {isOpen ? <ChevronDown size={18} aria-hidden /> : <ChevronRight size={18} aria-hidden />}
          <strong>{name}</strong>
        </button>
        <span className="soft">{say(`kind.${field.kind}`)}</span>
        <code className="models-key">{field.key}</code>
        {field.required && <State tone="accent">{say("field.required.short")}</State>}
        {field.held === undefined && <State tone="good">{say("field.new")}</State>}
        {!isReadOnly && (
          <span className="models-field-acts">
            <Button look="quiet" iconOnly icon={<ArrowUp size={18} aria-hidden />} onPress={() => onMove(-1)}>
              {say("field.up", { name })}
            </Button>
            <Button look="quiet" iconOnly icon={<ArrowDown size={18} aria-hidden />} onPress={() => onMove(1)}>
              {say("field.down", { name })}
            </Button>
            <Button look="quiet" iconOnly icon={<Trash2 size={18} aria-hidden />} onPress={onRemove}>
              {say("field.remove", { name })}
            </Button>
          </span>
        )}
      </div>
      {isOpen &&
        (isReadOnly ? (
          <FieldSummary field={field} types={props.types} depth={props.depth} />
        ) : (
          <FieldForm
            field={field}
            beside={props.beside}
            types={props.types}
            depth={props.depth}
            onChange={props.onChange}
          />
        ))}
    </li>
  );
}
