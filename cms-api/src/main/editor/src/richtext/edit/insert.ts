import type { Editor, JSONContent } from "@tiptap/core";
import type { Node, NodeType, ResolvedPos } from "@tiptap/pm/model";
import { TextSelection } from "@tiptap/pm/state";

/** Puts a block where the cursor is: instead of an empty paragraph, else below the one it is in. The cursor goes into it. */
export function insertBlock(editor: Editor, json: JSONContent): boolean {
  const { state, view } = editor;
  const node = state.schema.nodeFromJSON(json);
  const place = placeFor(state.selection.$from, node.type);
  if (!place) {
    return false;
  }
  const tr = state.tr.replaceWith(place.from, place.to, node);
  tr.setSelection(TextSelection.near(tr.doc.resolve(place.from + 1)));
  view.dispatch(tr.scrollIntoView());
  view.focus();
  return true;
}

/** Whether a block of a kind has a place at the cursor. */
export function hasPlace(editor: Editor, type: string): boolean {
  const known = editor.schema.nodes[type];
  return known !== undefined && placeFor(editor.state.selection.$from, known) !== undefined;
}

function placeFor($from: ResolvedPos, type: NodeType): { from: number; to: number } | undefined {
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const parent = $from.node(depth - 1);
    const index = $from.index(depth - 1);
    if (isEmptyParagraph($from.node(depth)) && parent.canReplaceWith(index, index + 1, type)) {
      return { from: $from.before(depth), to: $from.after(depth) };
    }
    if (parent.canReplaceWith(index + 1, index + 1, type)) {
      return { from: $from.after(depth), to: $from.after(depth) };
    }
  }
  return undefined;
}

function isEmptyParagraph(node: Node): boolean {
  return node.type.name === "paragraph" && node.content.size === 0;
}
