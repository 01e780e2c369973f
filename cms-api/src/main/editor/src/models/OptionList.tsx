import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";
import { useRef } from "react";
import { Button } from "../kit/Button";
import { TextInput } from "../kit/Field";
import type { EditedField, Labels } from "./definition";
import { LabelInput } from "./LabelInput";
import { useSay } from "./words";

type Options = NonNullable<EditedField["options"]>;
interface Option {
  value: string;
  label?: Labels;
}

/** What one chooses from in a select: what is stored, and how people read it. */
export function OptionList({ options, onChange }: { options: Options; onChange: (options: Options) => void }) {
  const say = useSay();
  const add = useRef<HTMLDivElement>(null);
  const all = options.map((option): Option => (typeof option === "string" ? { value: option } : option));
  const want = (at: number, change: Partial<Option>) =>
    onChange(all.map((option, index) => (index === at ? { ...option, ...change } : option)));
  function move(at: number, by: number) {
    const next = [...all];
    const [option] = next.splice(at, 1);
    if (option && at + by >= 0 && at + by < all.length) {
      next.splice(at + by, 0, option);
      onChange(next);
    }
  }
  function remove(at: number) {
    onChange(all.filter((_, index) => index !== at));
    setTimeout(() => add.current?.querySelector("button")?.focus());
  }
  return (
    <fieldset className="field models-options">
      <legend>{say("options")}</legend>
      {all.map((option, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an option has no name of its own while it is typed
        <div className="models-option" key={index}>
          <TextInput
            label={say("option.value", { number: index + 1 })}
            value={option.value}
            onChange={(value) => want(index, { value })}
          />
          <LabelInput
            label={say("option.label", { number: index + 1 })}
            labels={option.label}
            onChange={(label) => want(index, { label })}
          />
          <span className="actions">
            <Button look="quiet" iconOnly icon={<ArrowUp size={18} aria-hidden />} onPress={() => move(index, -1)}>
              {say("option.up", { number: index + 1 })}
            </Button>
            <Button look="quiet" iconOnly icon={<ArrowDown size={18} aria-hidden />} onPress={() => move(index, 1)}>
              {say("option.down", { number: index + 1 })}
            </Button>
            <Button look="quiet" iconOnly icon={<X size={18} aria-hidden />} onPress={() => remove(index)}>
              {say("option.remove", { number: index + 1 })}
            </Button>
          </span>
        </div>
      ))}
      <div ref={add}>
        <Button icon={<Plus size={18} aria-hidden />} onPress={() => onChange([...all, { value: "", label: {} }])}>
          {say("option.add")}
        </Button>
      </div>
    </fieldset>
  );
}
