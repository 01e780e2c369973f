import type { Mark, Node } from "@tiptap/pm/model";
import { tag } from "./tag";
import { escaped } from "./tree";

/** A word, picture or line break as it is written, and the marks around it. */
interface Leaf {
  html: string;
  marks: readonly Mark[];
  /** Of words only. */
  text?: string;
  isBreak: boolean;
}

/** Marks nest in the order of the schema; neighbours with the same mark share its element. White space is as a browser shows it. */
export function inline(node: Node): string {
  const leaves: Leaf[] = [];
  let afterSpace = true;
  node.forEach((leaf) => {
    const isBreak = leaf.type.name === "lineBreak";
    if (!leaf.isText) {
      leaves.push({ html: leafOf(leaf), marks: leaf.marks, isBreak });
      afterSpace = isBreak;
      return;
    }
    const text = (leaf.text ?? "").replace(/[ \t\r\n\f]+/g, " ").replace(/^ /, afterSpace ? "" : " ");
    if (text) {
      leaves.push({ html: "", text, marks: leaf.marks, isBreak });
      afterSpace = text.endsWith(" ");
    }
  });
  return nested(trimmed(leaves), 0);
}

/** Without line breaks at its ends, and without white space at its end or before a line break. */
function trimmed(leaves: Leaf[]): Leaf[] {
  const out: Leaf[] = [];
  let atEnd = true;
  for (const leaf of leaves.toReversed()) {
    if (leaf.text !== undefined && atEnd) {
      const text = leaf.text.replace(/ $/, "");
      if (text) {
        out.push({ ...leaf, text });
        atEnd = false;
      }
    } else if (!(leaf.isBreak && out.length === 0)) {
      out.push(leaf);
      atEnd = leaf.isBreak;
    }
  }
  while (out.at(-1)?.isBreak) {
    out.pop();
  }
  return out.reverse();
}

function nested(leaves: Leaf[], depth: number): string {
  let out = "";
  let from = 0;
  while (from < leaves.length) {
    const mark = leaves[from]?.marks[depth];
    let to = from + 1;
    while (to < leaves.length && same(mark, leaves[to]?.marks[depth])) {
      to += 1;
    }
    const part = leaves.slice(from, to);
    out += mark
      ? marked(mark, nested(part, depth + 1))
      : part.map(({ text, html }) => (text ? escaped(text) : html)).join("");
    from = to;
  }
  return out;
}

function same(one: Mark | undefined, other: Mark | undefined): boolean {
  return one && other ? one.eq(other) : one === other;
}

function marked(mark: Mark, words: string): string {
  const { href, title, entry, asset, lang, dir, id } = mark.attrs;
  switch (mark.type.name) {
    case "link":
      return `${tag("a", { "data-entry": entry, "data-asset": asset, href, title })}${words}</a>`;
    case "language":
      return `${tag("span", { lang, dir })}${words}</span>`;
    case "abbr":
      return `${tag("abbr", { title })}${words}</abbr>`;
    default:
      return `${tag(mark.type.name, { id })}${words}</${mark.type.name}>`;
  }
}

function leafOf(leaf: Node): string {
  if (leaf.type.name === "lineBreak") {
    return "<br>";
  }
  const { asset, src, alt, width, height } = leaf.attrs;
  return tag("img", { "data-asset": asset, src, alt: alt ?? "", width, height });
}
