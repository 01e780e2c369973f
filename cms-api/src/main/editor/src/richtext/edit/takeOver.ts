import type { Editor } from "@tiptap/core";
import { read } from "../read";

/** Shows another text, of which only what differs is exchanged: the cursor stays where it is, if it is elsewhere. */
export function takeOver(editor: Editor, html: string): void {
  const { state, view } = editor;
  const next = read(html, state.schema);
  const start = state.doc.content.findDiffStart(next.content);
  const end = state.doc.content.findDiffEnd(next.content);
  if (start === null || !end) {
    return;
  }
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  const tr = state.tr.replace(start, end.a + overlap, next.slice(start, end.b + overlap));
  view.dispatch(tr.setMeta("addToHistory", false));
}
