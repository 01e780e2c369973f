import { Mark, mergeAttributes } from "@tiptap/core";

/** In the order in which they nest, outermost first: the order of the schema is that of the list in `schema.ts`. */

export const Language = Mark.create({
  name: "language",
  addAttributes: () => ({ lang: { default: null }, dir: { default: null } }),
  parseHTML: () => [{ tag: "span[lang]" }, { tag: "span[dir]" }],
  renderHTML: ({ HTMLAttributes }) => ["span", mergeAttributes(HTMLAttributes, { "data-language": "" }), 0],
});

/** Shown without `href`: a click in a text one writes is not a wish to leave. */
export const Link = Mark.create({
  name: "link",
  inclusive: false,
  addAttributes: () => ({
    href: { default: null, parseHTML: (a) => a.getAttribute("href"), rendered: false },
    title: { default: null },
    entry: { default: null, parseHTML: (a) => a.getAttribute("data-entry"), rendered: false },
    asset: { default: null, parseHTML: (a) => a.getAttribute("data-asset"), rendered: false },
  }),
  parseHTML: () => [{ tag: "a" }],
  renderHTML: ({ mark, HTMLAttributes }) => {
    const { entry, asset } = mark.attrs;
    const to = entry ? "entry" : asset ? "asset" : "address";
    return ["a", mergeAttributes(HTMLAttributes, { "data-to": to }), 0];
  },
});

export const Abbreviation = Mark.create({
  name: "abbr",
  addAttributes: () => ({ title: { default: null } }),
  parseHTML: () => [{ tag: "abbr" }],
  renderHTML: ({ HTMLAttributes }) => ["abbr", HTMLAttributes, 0],
});

export const Cite = plain("cite", ["cite"]);
export const Strong = plain("strong", ["strong", "b"], "Mod-b");
export const Emphasis = plain("em", ["em", "i"], "Mod-i");
export const Strike = plain("s", ["s", "del", "strike"]);
export const Subscript = plain("sub", ["sub"]);
export const Code = plain("code", ["code"], "Mod-e");

export const Superscript = Mark.create({
  name: "sup",
  addAttributes: () => ({ id: { default: null, rendered: false } }),
  parseHTML: () => [{ tag: "sup" }],
  renderHTML: () => ["sup", 0],
});

function plain(name: string, tags: string[], key?: string) {
  return Mark.create({
    name,
    parseHTML: () => tags.map((tag) => ({ tag })),
    renderHTML: () => [name, 0],
    addKeyboardShortcuts() {
      return key ? { [key]: () => this.editor.commands.toggleMark(name) } : {};
    },
  });
}
