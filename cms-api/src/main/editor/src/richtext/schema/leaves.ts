import { Node } from "@tiptap/core";

export const LineBreak = Node.create({
  name: "lineBreak",
  group: "inline",
  inline: true,
  selectable: false,
  linebreakReplacement: true,
  parseHTML: () => [{ tag: "br" }],
  renderHTML: () => ["br"],
  addKeyboardShortcuts() {
    return { "Shift-Enter": () => this.editor.commands.insertContent({ type: this.name }) };
  },
});

/** A picture of the library or of elsewhere. `RichText` gives it a view that finds the file. */
export const Picture = Node.create({
  name: "picture",
  group: "inline",
  inline: true,
  draggable: true,
  addAttributes: () => ({
    asset: { default: null, parseHTML: (img) => img.getAttribute("data-asset"), rendered: false },
    src: { default: null, rendered: false },
    alt: { default: "" },
    width: { default: null, rendered: false },
    height: { default: null, rendered: false },
  }),
  parseHTML: () => [{ tag: "img" }],
  renderHTML: ({ node, HTMLAttributes }) => ["img", { ...HTMLAttributes, "data-asset": node.attrs.asset ?? "" }],
});
