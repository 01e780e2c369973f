import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { type RefObject, useEffect, useImperativeHandle, useRef, useState } from "react";
import { useSay } from "../words";
import { type Act, type Asking, slashed } from "./acts";
import { slashOf } from "./slash";

export interface SlashKeyboard {
  /** @returns whether the menu had a use for the key */
  press: (event: KeyboardEvent) => boolean;
}

/** What can be inserted, below the slash that was typed. The focus stays in the text. */
export function SlashMenu({
  editor,
  id,
  keyboard,
  onAsk,
}: {
  editor: Editor;
  id: string;
  keyboard: RefObject<SlashKeyboard | null>;
  onAsk: (asking: Asking) => void;
}) {
  const say = useSay();
  const box = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState(0);
  const slash = useEditorState({
    editor,
    selector: ({ editor: one }) => (one.isDestroyed ? undefined : slashOf(one.state)),
  });
  const wanted = slash?.typed.toLocaleLowerCase() ?? "";
  const acts = slash
    ? slashed.filter(
        (act) =>
          act.isOffered?.(editor) !== false && `${say(act.key)} ${act.also ?? ""}`.toLocaleLowerCase().includes(wanted),
      )
    : [];
  const at = Math.min(chosen, acts.length - 1);
  const isOpen = slash !== undefined && slash !== null && acts.length > 0;

  function perform(act: Act | undefined) {
    if (act && slash) {
      editor.view.dispatch(editor.state.tr.delete(slash.from, slash.to));
      if (act.asks) {
        onAsk(act.asks);
      } else {
        act.run?.(editor);
      }
      setChosen(0);
    }
  }

  useImperativeHandle(keyboard, () => ({
    press: (event) => {
      if (!isOpen) {
        return false;
      }
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) {
        setChosen((at + step + acts.length) % acts.length);
        return true;
      }
      if (event.key === "Enter" || event.key === "Tab") {
        perform(acts[at]);
        return true;
      }
      return false;
    },
  }));

  // biome-ignore lint/correctness/useExhaustiveDependencies: other words begin at the top again
  useEffect(() => setChosen(0), [wanted]);

  useEffect(() => {
    if (editor.isDestroyed) {
      return;
    }
    const { dom } = editor.view;
    if (!isOpen) {
      dom.removeAttribute("aria-activedescendant");
      dom.removeAttribute("aria-controls");
      return;
    }
    dom.setAttribute("aria-controls", id);
    dom.setAttribute("aria-activedescendant", `${id}-${at}`);
    box.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }, [editor, id, isOpen, at]);

  if (!isOpen) {
    return null;
  }
  const { left, bottom, top } = editor.view.coordsAtPos(slash.from);
  const isLow = bottom > window.innerHeight - 280;
  return (
    <div
      id={id}
      ref={box}
      className="popover richtext-slash"
      role="listbox"
      aria-label={say("slash.label")}
      style={{
        left: Math.min(left, window.innerWidth - 272),
        ...(isLow ? { bottom: window.innerHeight - top + 4 } : { top: bottom + 4 }),
      }}
    >
      {acts.map((act, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are pressed in the text
        <div
          key={act.key}
          id={`${id}-${index}`}
          className="menu-item"
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          data-focused={index === at || undefined}
          onPointerMove={() => setChosen(index)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => perform(act)}
        >
          <act.Icon size={18} strokeWidth={1.5} aria-hidden />
          {say(act.key)}
        </div>
      ))}
    </div>
  );
}
