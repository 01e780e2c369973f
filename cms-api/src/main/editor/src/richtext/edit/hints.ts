import type { Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";

/** What is to be written where nothing is yet: the text itself, and the lines that belong to something. */
export interface Hints {
  text: string;
  caption: string;
  figcaption: string;
  summary: string;
  term: string;
  header: string;
  opaque: string;
}

const key = new PluginKey<DecorationSet>("hints");

/** Says in grey what an empty place is for. */
export function hintsPlugin(hints: Hints): Plugin {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: (_, { doc }) => ofLines(doc, hints),
      apply: (tr, before, _, { doc }) => (tr.docChanged ? ofLines(doc, hints) : before),
    },
    props: {
      decorations: (state) => {
        const lines = key.getState(state) ?? DecorationSet.empty;
        const here = ofText(state, hints.text);
        return here ? lines.add(state.doc, [here]) : lines;
      },
    },
  });
}

/** In an empty text, and where the cursor stands in an empty paragraph. */
function ofText({ doc, selection }: EditorState, words: string): Decoration | undefined {
  const { firstChild: only } = doc;
  if (doc.childCount === 1 && only && isEmpty(only, "paragraph")) {
    return hint(0, only.nodeSize, words);
  }
  const { $from, empty } = selection;
  return empty && $from.depth === 1 && isEmpty($from.parent, "paragraph")
    ? hint($from.before(), $from.after(), words)
    : undefined;
}

function ofLines(doc: Node, hints: Hints): DecorationSet {
  const found: Decoration[] = [];
  doc.descendants((node, at) => {
    const { name } = node.type;
    if (node.content.size === 0 && name in hints && !node.isText) {
      found.push(hint(at, at + node.nodeSize, hints[name as keyof Hints]));
    }
    if (name === "headerCell" && node.childCount === 1 && node.firstChild && isEmpty(node.firstChild, "paragraph")) {
      found.push(Decoration.widget(at + 2, () => label(hints.header), { side: 1, key: `header ${at}` }));
    }
    return !node.isTextblock;
  });
  return DecorationSet.create(doc, found);
}

function isEmpty(node: Node, type: string): boolean {
  return node.type.name === type && node.content.size === 0;
}

function hint(from: number, to: number, words: string): Decoration {
  return Decoration.node(from, to, { class: "richtext-hint", "data-hint": words });
}

/** Real words: a header cell without any is nothing to a screen reader. */
function label(words: string): HTMLElement {
  const span = document.createElement("span");
  span.className = "richtext-label";
  span.textContent = words;
  return span;
}
