import { getSchema } from "@tiptap/core";
import { EditorState } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import { read } from "./read";
import { normalForm } from "./schema/schema";
import { write } from "./write";

const schema = getSchema(normalForm);
const html =
  '<h2 id="k">Kop</h2>\n<p>Een <em>twee</em></p>\n<table>\n<tbody>\n<tr>\n<td>a</td>\n</tr>\n</tbody>\n</table>\n<p>Eind</p>';

describe("a text that is changed", () => {
  it("is, in all other blocks, what it was", () => {
    const state = EditorState.create({ doc: read(html, schema) });
    const at = state.doc.child(0).nodeSize + 1;
    const next = state.apply(state.tr.insertText("Nu ", at));
    expect(write(next.doc)).toBe(html.replace("<p>Een", "<p>Nu Een"));
  });

  it("has no white space at the ends of its lines, as the server has none", () => {
    const state = EditorState.create({ doc: read("<p>Een <strong>twee</strong></p>", schema) });
    const next = state.apply(state.tr.insertText("  drie ", state.doc.content.size - 1));
    expect(write(next.doc)).toBe("<p>Een <strong>twee drie</strong></p>");
  });

  it("has no empty blocks", () => {
    const doc = schema.node("doc", null, [
      schema.node("paragraph"),
      schema.node("heading", { level: 3 }),
      schema.node("bulletList", null, [schema.node("listItem", null, [schema.node("paragraph")])]),
      schema.node("blockquote", null, [schema.node("paragraph")]),
      schema.node("paragraph", null, [schema.text("a")]),
    ]);
    expect(write(doc)).toBe("<p>a</p>");
  });
});
