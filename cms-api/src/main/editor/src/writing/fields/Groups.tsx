import { ArrowDown, ArrowUp, Plus, Trash2 } from "lucide-react";
import { useRef } from "react";
import { announce } from "../../kit/announce";
import { Button } from "../../kit/Button";
import { tell } from "../../kit/toasts";
import { useDesk } from "../desk";
import type { Fields } from "../door";
import { at } from "../draft/path";
import { useSay } from "../words";
import { FieldList } from "./FieldList";
import type { FieldProps } from "./FieldView";
import { FieldGroup, useName } from "./label";

const NOTHING: Fields = {};

export function GroupField({ definition, value, path }: FieldProps) {
  return (
    <FieldGroup definition={definition} path={path}>
      <div className="writing-inner">
        <FieldList definitions={definition.fields ?? []} fields={(value as Fields) ?? NOTHING} path={path} />
      </div>
    </FieldGroup>
  );
}

/** Groups that repeat. */
export function GroupsField({ definition, value, path, onChange }: FieldProps) {
  const say = useSay();
  const name = useName(definition);
  const { draft } = useDesk();
  const box = useRef<HTMLDivElement>(null);
  const groups = Array.isArray(value) ? (value as Fields[]) : [];
  const isFull = groups.length >= (definition.maxItems ?? Number.POSITIVE_INFINITY);

  function focus(selector: string) {
    setTimeout(() => box.current?.querySelector<HTMLElement>(selector)?.focus(), 0);
  }

  function add() {
    onChange([...groups, {}]);
    focus(`[data-group="${groups.length}"] :is(input, textarea, select, [contenteditable])`);
  }

  function move(index: number, step: 1 | -1) {
    const next = [...groups];
    const [moved] = next.splice(index, 1);
    next.splice(index + step, 0, moved as Fields);
    onChange(next);
    announce(
      say("list.moved", { name: say("groups.item", { place: index + 1 }), place: index + step + 1, of: next.length }),
    );
    focus(`[data-group="${index + step}"] [data-move="${step}"], [data-group="${index + step}"] [data-move]`);
  }

  function remove(index: number) {
    const gone = groups[index];
    onChange(groups.filter((_, at) => at !== index));
    focus("[data-add]");
    tell(say("groups.removed", { place: index + 1 }), () => {
      const now = (at(draft.snapshot().fields, path) as Fields[] | undefined) ?? [];
      onChange([...now.slice(0, index), gone, ...now.slice(index)]);
    });
  }

  return (
    <FieldGroup definition={definition} path={path}>
      <div className="writing-groups" ref={box}>
        {groups.map((group, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: members of a repeated group have no lasting name
          <section key={index} className="writing-groups-item" data-group={index} data-path={`${path}/${index}`}>
            <header className="writing-groups-head">
              <span className="soft small">{say("groups.item", { place: index + 1 })}</span>
              <span className="actions">
                {index > 0 && (
                  <Button
                    look="quiet"
                    iconOnly
                    icon={<ArrowUp size={18} aria-hidden />}
                    onPress={() => move(index, -1)}
                    data-move="-1"
                  >
                    {say("list.up", { name: say("groups.item", { place: index + 1 }) })}
                  </Button>
                )}
                {index < groups.length - 1 && (
                  <Button
                    look="quiet"
                    iconOnly
                    icon={<ArrowDown size={18} aria-hidden />}
                    onPress={() => move(index, 1)}
                    data-move="1"
                  >
                    {say("list.down", { name: say("groups.item", { place: index + 1 }) })}
                  </Button>
                )}
                <Button
                  look="quiet"
                  iconOnly
                  icon={<Trash2 size={18} strokeWidth={1.5} aria-hidden />}
                  onPress={() => remove(index)}
                >
                  {say("list.remove", { name: say("groups.item", { place: index + 1 }) })}
                </Button>
              </span>
            </header>
            <FieldList definitions={definition.fields ?? []} fields={group} path={`${path}/${index}`} />
          </section>
        ))}
        {!isFull && (
          <Button icon={<Plus size={18} aria-hidden />} onPress={add} data-add>
            {say("groups.add", { name })}
          </Button>
        )}
      </div>
    </FieldGroup>
  );
}
