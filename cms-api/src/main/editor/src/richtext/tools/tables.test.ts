import { Editor, getSchema } from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import { read } from "../read";
import { normalForm } from "../schema/schema";
import { write } from "../write";
import { doInTable, tableActs } from "./tables";

const schema = getSchema(normalForm);
const head = '<thead>\n<tr>\n<th scope="col">a</th>\n<th scope="col">b</th>\n</tr>\n</thead>\n';
const body = "<tbody>\n<tr>\n<td>c</td>\n<td>d</td>\n</tr>\n</tbody>\n";
const html = `<table>\n${head}${body}</table>`;

/** What a table is after an act, with the cursor at the first place of some words. */
function afterAct(act: string, words: string, from = html): string {
  const editor = new Editor({ extensions: normalForm, content: read(from, schema).toJSON(), injectCSS: false });
  let at = 0;
  editor.state.doc.descendants((node, place) => {
    at = !at && node.isText && node.text === words ? place : at;
  });
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, at)));
  const found = tableActs.find(({ key }) => key === act);
  if (found) {
    doInTable(editor, found);
  }
  const result = write(editor.state.doc);
  editor.destroy();
  return result;
}

describe("a table", () => {
  it("gets rows and columns", () => {
    expect(afterAct("table.rowAfter", "c")).toBe(
      html.replace("</td>\n</tr>\n</tbody>", "</td>\n</tr>\n<tr>\n<td></td>\n<td></td>\n</tr>\n</tbody>"),
    );
    expect(afterAct("table.columnAfter", "d")).toContain("<td>d</td>\n<td></td>");
  });

  it("keeps its head on top: a row above one of the head is of the head", () => {
    expect(afterAct("table.rowBefore", "a")).toMatch(/^<table>\n<thead>\n<tr>\n<t[hd]( scope="col")?><\/t[hd]>/);
  });

  it("loses its head, and gets it back", () => {
    const without = afterAct("table.headRow", "a");
    expect(without).toBe(
      `<table>\n<tbody>\n<tr>\n<td>a</td>\n<td>b</td>\n</tr>\n${body.slice("<tbody>\n".length)}</table>`,
    );
    expect(afterAct("table.headRow", "a", without)).toBe(html);
  });

  it("gets headers of its rows", () => {
    expect(afterAct("table.headColumn", "c")).toBe(html.replace("<td>c</td>", '<th scope="row">c</th>'));
  });

  it("goes with its last row", () => {
    const one = `<p>x</p>\n<table>\n${body}</table>`;
    expect(afterAct("table.rowGone", "c", one)).toBe("<p>x</p>");
    expect(afterAct("table.gone", "c", one)).toBe("<p>x</p>");
  });
});
