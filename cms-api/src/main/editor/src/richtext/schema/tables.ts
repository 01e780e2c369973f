import { Extension, Node } from "@tiptap/core";
import { addRowAfter, goToNextCell, tableEditing } from "@tiptap/pm/tables";

declare module "@tiptap/core" {
  interface NodeConfig<Options, Storage> {
    /** What a node is in a table, for the commands of tables. */
    tableRole?: "table" | "row" | "cell" | "header_cell";
  }
}

/** A table with its caption. Rows stand directly in the inner `table`, where the commands for tables look for them. */
export const TableFrame = Node.create({
  name: "tableFrame",
  group: "block",
  content: "caption? table",
  isolating: true,
  parseHTML: () => [{ tag: "div[data-table]" }],
  renderHTML: ({ HTMLAttributes }) => ["div", { ...HTMLAttributes, "data-table": "" }, 0],
});

export const Caption = Node.create({
  name: "caption",
  content: "inline*",
  defining: true,
  parseHTML: () => [{ tag: "div[data-caption]" }],
  renderHTML: ({ HTMLAttributes }) => ["div", { ...HTMLAttributes, "data-caption": "" }, 0],
  addKeyboardShortcuts() {
    // From the caption one goes on to the first cell.
    const onward = () => {
      const { $from } = this.editor.state.selection;
      return $from.parent.type === this.type && this.editor.commands.setTextSelection($from.after() + 4);
    };
    return { Tab: onward, Enter: onward };
  },
});

export const Table = Node.create({
  name: "table",
  content: "tableRow+",
  tableRole: "table",
  isolating: true,
  parseHTML: () => [{ tag: "table" }],
  renderHTML: ({ HTMLAttributes }) => ["table", HTMLAttributes, ["tbody", 0]],
});

/** `head`: the row is of the head of the table. */
export const TableRow = Node.create({
  name: "tableRow",
  content: "(cell | headerCell)+",
  tableRole: "row",
  addAttributes: () => ({
    head: { default: false, renderHTML: ({ head }) => (head ? { "data-head": "" } : {}) },
  }),
  parseHTML: () => [{ tag: "tr" }],
  renderHTML: ({ HTMLAttributes }) => ["tr", HTMLAttributes, 0],
});

const spans = {
  colspan: { default: 1, renderHTML: ({ colspan }: Record<string, number>) => over("colspan", colspan) },
  rowspan: { default: 1, renderHTML: ({ rowspan }: Record<string, number>) => over("rowspan", rowspan) },
  // Widths are not of the normal form; the commands for tables ask for them.
  colwidth: { default: null, rendered: false },
};

function over(name: string, span = 1): Record<string, number> {
  return span > 1 ? { [name]: span } : {};
}

export const Cell = Node.create({
  name: "cell",
  content: "block+",
  tableRole: "cell",
  isolating: true,
  addAttributes: () => spans,
  parseHTML: () => [{ tag: "td" }],
  renderHTML: ({ HTMLAttributes }) => ["td", HTMLAttributes, 0],
});

export const HeaderCell = Node.create({
  name: "headerCell",
  content: "block+",
  tableRole: "header_cell",
  isolating: true,
  addAttributes: () => ({ ...spans, scope: { default: null, renderHTML: ({ scope }) => (scope ? { scope } : {}) } }),
  parseHTML: () => [{ tag: "th" }],
  renderHTML: ({ HTMLAttributes }) => ["th", HTMLAttributes, 0],
});

/** Tab goes from cell to cell, and at the end of the table on to a new row. */
export const Tables = Extension.create({
  name: "tables",
  extendNodeSchema: (extension) => ({ tableRole: (extension as Node).config.tableRole }),
  addProseMirrorPlugins: () => [tableEditing()],
  addKeyboardShortcuts() {
    const { editor } = this;
    const step = (direction: 1 | -1) => () =>
      editor.isActive("table") && goToNextCell(direction)(editor.state, editor.view.dispatch);
    const onward = () => editor.isActive("table") && addRowAfter(editor.state, editor.view.dispatch) && step(1)();
    return { Tab: () => step(1)() || onward(), "Shift-Tab": step(-1) };
  },
});
