import { type Editor, Extension, InputRule, textblockTypeInputRule, wrappingInputRule } from "@tiptap/core";
import { dropCursor } from "@tiptap/pm/dropcursor";
import { gapCursor } from "@tiptap/pm/gapcursor";
import { history, redo, undo } from "@tiptap/pm/history";
import { Plugin, TextSelection } from "@tiptap/pm/state";
import { type Hints, hintsPlugin } from "./hints";

/** After these, somebody who writes on needs a paragraph. */
const CLOSED = new Set(["tableFrame", "figure", "details", "codeBlock", "callout", "blockquote", "rule", "opaque"]);

/** What makes a document something to write in: undoing, a paragraph at the end, the keys of lines that belong to something. */
export const Editing = Extension.create<{ hints: Hints }>({
  name: "editing",
  addOptions: () => ({
    hints: { text: "", caption: "", figcaption: "", summary: "", term: "", header: "", opaque: "" },
  }),

  addKeyboardShortcuts() {
    const { editor } = this;
    return {
      "Mod-z": () => undo(editor.state, editor.view.dispatch),
      "Mod-y": () => redo(editor.state, editor.view.dispatch),
      "Shift-Mod-z": () => redo(editor.state, editor.view.dispatch),
      "Mod-Alt-0": () => editor.commands.setNode("paragraph"),
      "Mod-Alt-2": () => editor.commands.setNode("heading", { level: 2 }),
      "Mod-Alt-3": () => editor.commands.setNode("heading", { level: 3 }),
      "Mod-Alt-4": () => editor.commands.setNode("heading", { level: 4 }),
      "Mod-Shift-7": () => editor.commands.toggleList("orderedList", "listItem"),
      "Mod-Shift-8": () => editor.commands.toggleList("bulletList", "listItem"),
      Enter: () => this.editor.state.selection.empty && onward(this.editor),
    };
  },

  addInputRules() {
    const { nodes } = this.editor.schema;
    const type = (name: string) => {
      const found = nodes[name];
      if (!found) {
        throw new Error(`The schema lacks ${name}`);
      }
      return found;
    };
    return [
      textblockTypeInputRule({
        find: /^(#{2,6})\s$/,
        type: type("heading"),
        getAttributes: (match) => ({ level: match[1]?.length ?? 2 }),
      }),
      textblockTypeInputRule({ find: /^```\s$/, type: type("codeBlock") }),
      wrappingInputRule({ find: /^[-*]\s$/, type: type("bulletList") }),
      wrappingInputRule({
        find: /^(\d{1,3})[.)]\s$/,
        type: type("orderedList"),
        getAttributes: (match) => ({ start: match[1] === "1" ? null : match[1] }),
        joinPredicate: () => false,
      }),
      wrappingInputRule({ find: /^>\s$/, type: type("blockquote") }),
      new InputRule({
        find: /^---$/,
        handler: ({ state: { tr, schema }, range }) => {
          const $at = tr.doc.resolve(range.from);
          const index = $at.index(-1);
          if (!$at.node(-1).canReplaceWith(index, index + 1, type("rule"))) {
            return null;
          }
          const from = $at.before();
          tr.replaceWith(from, $at.after(), [schema.node("rule"), schema.node("paragraph")]);
          tr.setSelection(TextSelection.create(tr.doc, from + 2));
          return undefined;
        },
      }),
    ];
  },

  addProseMirrorPlugins() {
    return [
      history({ newGroupDelay: 400 }),
      dropCursor({ color: false, class: "richtext-drop" }),
      gapCursor(),
      hintsPlugin(this.options.hints),
      new Plugin({
        appendTransaction: (transactions, _, { doc, tr, schema }) => {
          const isNew = transactions.some((transaction) => transaction.docChanged);
          const last = doc.lastChild;
          return isNew && last && CLOSED.has(last.type.name)
            ? tr.insert(doc.content.size, schema.node("paragraph"))
            : undefined;
        },
      }),
    ];
  },
});

/** Enter in a line that belongs to something leads on: from a term to its definition, from a caption to what it is of. */
function onward(editor: Editor): boolean {
  const { state, view } = editor;
  const { $from } = state.selection;
  const after = $from.after();
  const insert = (type: string, at: number) => {
    const node = state.schema.nodes[type]?.createAndFill();
    if (!node) {
      return false;
    }
    const tr = state.tr.insert(at, node);
    view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1))).scrollIntoView());
    return true;
  };
  switch ($from.parent.type.name) {
    case "term":
      return insert("definition", after);
    case "summary":
      return insert("paragraph", after);
    case "caption":
      view.dispatch(state.tr.setSelection(TextSelection.near(state.doc.resolve(after))).scrollIntoView());
      return true;
    case "figcaption":
      return insert("paragraph", $from.after($from.depth - 1));
    default:
      return false;
  }
}
