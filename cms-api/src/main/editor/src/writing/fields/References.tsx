import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";
import { useRef, useState } from "react";
import { Link } from "react-router";
import { PickEntry } from "../../content/door";
import { announce } from "../../kit/announce";
import { Button } from "../../kit/Button";
import { useDesk } from "../desk";
import { useSay } from "../words";
import { titleIn, useEntry } from "./entries";
import type { FieldProps } from "./FieldView";
import { FieldGroup, useName } from "./label";

interface Reference {
  entry: string;
}

export function ReferenceField(props: FieldProps) {
  const value = isReference(props.value) ? [props.value] : [];
  return <Picked {...props} value={value} most={1} onChange={(next) => props.onChange((next as Reference[])[0])} />;
}

export function ReferencesField(props: FieldProps) {
  const value = Array.isArray(props.value) ? props.value.filter(isReference) : [];
  return <Picked {...props} value={value} most={props.definition.maxItems ?? Number.POSITIVE_INFINITY} />;
}

function isReference(value: unknown): value is Reference {
  return typeof value === "object" && value !== null && typeof (value as Reference).entry === "string";
}

/** Entries that were picked, in their order. */
function Picked({
  definition,
  value,
  path,
  most,
  onChange,
}: Omit<FieldProps, "value"> & { value: Reference[]; most: number }) {
  const say = useSay();
  const desk = useDesk();
  const name = useName(definition);
  const list = useRef<HTMLDivElement>(null);
  const [isPicking, setPicking] = useState(false);
  const isFull = value.length >= most;

  function move(index: number, step: 1 | -1, title: string) {
    const next = [...value];
    const [moved] = next.splice(index, 1);
    next.splice(index + step, 0, moved as Reference);
    onChange(next);
    announce(say("list.moved", { name: title, place: index + step + 1, of: value.length }));
  }

  function remove(index: number, title: string) {
    onChange(value.filter((_, at) => at !== index));
    announce(say("list.removed", { name: title }));
    setTimeout(() => list.current?.querySelector<HTMLElement>("[data-add]")?.focus(), 0);
  }

  return (
    <FieldGroup definition={definition} path={path}>
      <div className="writing-picked" ref={list}>
        {value.length > 0 && (
          <ul>
            {value.map((reference, index) => (
              <PickedEntry
                key={reference.entry}
                entry={reference.entry}
                onUp={most > 1 && index > 0 ? (title) => move(index, -1, title) : undefined}
                onDown={most > 1 && index < value.length - 1 ? (title) => move(index, 1, title) : undefined}
                onRemove={(title) => remove(index, title)}
              />
            ))}
          </ul>
        )}
        {!isFull && (
          <Button icon={<Plus size={18} aria-hidden />} onPress={() => setPicking(true)} data-add>
            {say("pick.entry", { name })}
          </Button>
        )}
      </div>
      {isPicking && (
        <PickEntry
          site={desk.site}
          types={definition.allowedTypes}
          locale={desk.locale}
          title={name}
          onClose={() => setPicking(false)}
          onPick={({ id }) => {
            if (!value.some((one) => one.entry === id)) {
              onChange([...value, { entry: id }]);
            }
          }}
        />
      )}
    </FieldGroup>
  );
}

function PickedEntry({
  entry,
  onUp,
  onDown,
  onRemove,
}: {
  entry: string;
  onUp?: (title: string) => void;
  onDown?: (title: string) => void;
  onRemove: (title: string) => void;
}) {
  const say = useSay();
  const { site, locale } = useDesk();
  const found = useEntry(site, entry);
  const title = found.isError ? say("pick.gone") : (titleIn(found.data, locale) ?? "…");
  const there = found.data?.translations.find((one) => one.locale === locale) ?? found.data?.translations[0];
  return (
    <li>
      <span className="writing-picked-title">
        {there ? <Link to={`/sites/${site.id}/entries/${entry}/${there.locale}`}>{title}</Link> : title}
      </span>
      <span className="writing-picked-acts">
        {onUp && (
          <Button look="quiet" iconOnly icon={<ArrowUp size={18} aria-hidden />} onPress={() => onUp(title)}>
            {say("list.up", { name: title })}
          </Button>
        )}
        {onDown && (
          <Button look="quiet" iconOnly icon={<ArrowDown size={18} aria-hidden />} onPress={() => onDown(title)}>
            {say("list.down", { name: title })}
          </Button>
        )}
        <Button look="quiet" iconOnly icon={<X size={18} aria-hidden />} onPress={() => onRemove(title)}>
          {say("list.remove", { name: title })}
        </Button>
      </span>
    </li>
  );
}
