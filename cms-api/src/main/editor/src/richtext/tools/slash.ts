import { Extension } from "@tiptap/core";
import { type EditorState, Plugin, PluginKey } from "@tiptap/pm/state";

/** What somebody typed after a slash, and where. */
export interface Slash {
  from: number;
  to: number;
  typed: string;
}

interface Held {
  slash?: Slash;
  /** Where Escape was pressed: the slash there stays a slash. */
  left?: number;
}

const key = new PluginKey<Held>("slash");

export function slashOf(state: EditorState): Slash | undefined {
  return key.getState(state)?.slash;
}

/** Finds the slash before the cursor. What is done with the keys while it is there, `onKey` says. */
export const SlashKeys = Extension.create<{ onKey: (event: KeyboardEvent) => boolean }>({
  name: "slash",
  priority: 2000,
  addOptions: () => ({ onKey: () => false }),
  addProseMirrorPlugins() {
    const { onKey } = this.options;
    return [
      new Plugin<Held>({
        key,
        state: {
          init: () => ({}),
          apply: (tr, held, _, state) => {
            const left = tr.getMeta(key) === "leave" ? held.slash?.from : held.left;
            const slash = find(state);
            return { slash: slash && slash.from !== left ? slash : undefined, left: slash ? left : undefined };
          },
        },
        props: {
          handleKeyDown: (view, event) => {
            if (!slashOf(view.state)) {
              return false;
            }
            if (event.key === "Escape") {
              view.dispatch(view.state.tr.setMeta(key, "leave"));
              return true;
            }
            return onKey(event);
          },
        },
      }),
    ];
  },
});

function find(state: EditorState): Slash | undefined {
  const { $from, empty } = state.selection;
  if (!empty || !$from.parent.isTextblock || $from.parent.type.spec.code) {
    return undefined;
  }
  const before = $from.parent.textBetween(
    Math.max(0, $from.parentOffset - 40),
    $from.parentOffset,
    undefined,
    "\ufffc",
  );
  const match = /(?:^|\s)\/([\p{L}\p{N}]{0,20})$/u.exec(before);
  if (!match) {
    return undefined;
  }
  const typed = match[1] ?? "";
  return { from: $from.pos - typed.length - 1, to: $from.pos, typed };
}
