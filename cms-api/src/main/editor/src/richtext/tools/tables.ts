import type { Editor } from "@tiptap/core";
import type { Command } from "@tiptap/pm/state";
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  CellSelection,
  deleteColumn,
  deleteRow,
  mergeCells,
  selectedRect,
  splitCell,
} from "@tiptap/pm/tables";
import type nl from "../words.nl.json";

export interface TableAct {
  key: keyof typeof nl;
  command: Command;
}

/** Rows above one of the head are of the head too: else the head would stand below the body. */
const rowBefore: Command = (state, dispatch) => {
  const { top, tableStart, table } = selectedRect(state);
  const isHead = table.child(top).attrs.head === true;
  return addRowBefore(state, (tr) => {
    if (isHead) {
      const at = tableStart + offsetOf(table, top);
      tr.setNodeAttribute(at, "head", true);
    }
    dispatch?.(tr);
  });
};

/** The top row becomes one of headers, or of cells. */
const headRow: Command = (state, dispatch) => {
  const { tableStart, table } = selectedRect(state);
  const top = table.firstChild;
  const { headerCell, cell } = state.schema.nodes;
  if (!top || !headerCell || !cell) {
    return false;
  }
  const head = !top.attrs.head;
  const { tr } = state;
  tr.setNodeAttribute(tableStart, "head", head);
  top.forEach((one, offset) => {
    const attrs = { ...one.attrs, scope: head ? "col" : null };
    tr.setNodeMarkup(tableStart + 1 + offset, head ? headerCell : cell, attrs);
  });
  dispatch?.(tr);
  return true;
};

/** The first cell of each row of the body becomes the header of its row, or a cell. */
const headColumn: Command = (state, dispatch) => {
  const { tableStart, table } = selectedRect(state);
  const { headerCell, cell } = state.schema.nodes;
  if (!headerCell || !cell) {
    return false;
  }
  const { tr } = state;
  const rows = Array.from({ length: table.childCount }, (_, index) => table.child(index));
  const body = rows.filter((row) => !row.attrs.head);
  const isOn = body.every((row) => row.firstChild?.type === headerCell);
  let at = tableStart;
  for (const row of rows) {
    if (!row.attrs.head && row.firstChild) {
      const attrs = { ...row.firstChild.attrs, scope: isOn ? null : "row" };
      tr.setNodeMarkup(at + 1, isOn ? cell : headerCell, attrs);
    }
    at += row.nodeSize;
  }
  dispatch?.(tr);
  return true;
};

const tableGone: Command = (state, dispatch) => {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if ($from.node(depth).type.name === "tableFrame") {
      dispatch?.(state.tr.delete($from.before(depth), $from.after(depth)).scrollIntoView());
      return true;
    }
  }
  return false;
};

/** The last row or column that goes takes the table along. */
const orTable =
  (command: Command, isLast: (rows: number, columns: number) => boolean): Command =>
  (state, dispatch) => {
    const { map } = selectedRect(state);
    return isLast(map.height, map.width) ? tableGone(state, dispatch) : command(state, dispatch);
  };

export const tableActs: TableAct[] = [
  { key: "table.rowAfter", command: addRowAfter },
  { key: "table.rowBefore", command: rowBefore },
  { key: "table.columnAfter", command: addColumnAfter },
  { key: "table.columnBefore", command: addColumnBefore },
  { key: "table.headRow", command: headRow },
  { key: "table.headColumn", command: headColumn },
  {
    key: "table.merge",
    command: (state, dispatch) => state.selection instanceof CellSelection && mergeCells(state, dispatch),
  },
  { key: "table.split", command: splitCell },
  { key: "table.rowGone", command: orTable(deleteRow, (rows) => rows === 1) },
  { key: "table.columnGone", command: orTable(deleteColumn, (_, columns) => columns === 1) },
  { key: "table.gone", command: tableGone },
];

export function doInTable(editor: Editor, { command }: TableAct): void {
  command(editor.state, editor.view.dispatch);
  editor.view.focus();
}

function offsetOf(table: import("@tiptap/pm/model").Node, row: number): number {
  let offset = 0;
  for (let index = 0; index < row; index += 1) {
    offset += table.child(index).nodeSize;
  }
  return offset;
}
