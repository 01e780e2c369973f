import { Extension } from "@tiptap/core";
import { Fragment, DOMParser as NodeParser, Slice } from "@tiptap/pm/model";
import { Plugin } from "@tiptap/pm/state";
import type { EditorProps } from "@tiptap/pm/view";
import { isAddress } from "../address";
import { readForeign } from "./readForeign";
import { styleAside } from "./style";

/** Reads what is pasted as the server would, instead of by the rules for what is shown in the editor. */
class ForeignParser extends NodeParser {
  override parseSlice(dom: globalThis.Node): Slice {
    const nodes = readForeign(dom as HTMLElement, this.schema);
    return Slice.maxOpen(Fragment.fromArray(nodes));
  }
}

export const Pasting = Extension.create({
  name: "pasting",
  addProseMirrorPlugins() {
    return [new Plugin({ props: { ...props, clipboardParser: new ForeignParser(this.editor.schema, []) } })];
  },
});

const props: EditorProps = {
  // What editors tell each other of how a selection was cut: each would lay its own lists around ours.
  transformPastedHTML: (html) => styleAside(html.replace(/\sdata-pm-slice="[^"]*"/g, "")),
  handlePaste: (view, event) => {
    const text = event.clipboardData?.getData("text/plain").trim() ?? "";
    const { selection, schema, tr } = view.state;
    const { link } = schema.marks;
    if (!link || selection.empty || !/^[a-z]+:/i.test(text) || !isAddress(text)) {
      return false;
    }
    view.dispatch(tr.addMark(selection.from, selection.to, link.create({ href: text })));
    return true;
  },
};
