import type { Node } from "@tiptap/pm/model";
import { attribute, tag } from "./tag";
import { escaped } from "./tree";
import { inline } from "./writeInline";

const written = new WeakMap<Node, string>();

/** A text in normal form. What has not changed since the last time is not written again. */
export function write(doc: Node): string {
  const blocks: string[] = [];
  doc.forEach((node) => {
    const html = written.get(node) ?? block(node);
    written.set(node, html);
    if (html) {
      blocks.push(html);
    }
  });
  return blocks.join("\n");
}

/** One block, without the line break before it; empty if there is nothing to see. */
export function block(node: Node): string {
  switch (node.type.name) {
    case "paragraph":
      return line("p", node);
    case "heading":
      return line(`h${node.attrs.level}`, node);
    case "term":
      return line("dt", node);
    case "caption":
    case "figcaption":
    case "summary":
      return line(node.type.name, node);
    case "bulletList":
      return box("ul", node);
    case "orderedList":
      return box("ol", node, { ...listAttributes(node) });
    case "listItem":
      return item(node);
    case "definitions":
      return box("dl", node);
    case "definition":
      return bareIfSingle("dd", node);
    case "blockquote":
      return box("blockquote", node);
    case "callout":
      return box("aside", node, { class: "callout", "data-kind": node.attrs.kind });
    case "details":
      return box("details", node);
    case "figure":
      return figure(node);
    case "codeBlock":
      return code(node);
    case "rule":
      return opening("hr", node);
    case "tableFrame":
      return table(node);
    case "opaque":
      return node.attrs.html;
    default:
      throw new Error(`There is no writing for ${node.type.name}`);
  }
}

function line(name: string, node: Node): string {
  const words = inline(node);
  return isBlank(node) ? "" : `${opening(name, node)}${words}</${name}>`;
}

function box(name: string, node: Node, more: Record<string, unknown> = {}): string {
  const blocks = children(node);
  return blocks.length === 0 ? "" : `${opening(name, node, more)}\n${blocks.join("\n")}\n</${name}>`;
}

function children(node: Node): string[] {
  const blocks: string[] = [];
  node.forEach((child) => {
    const html = block(child);
    if (html) {
      blocks.push(html);
    }
  });
  return blocks;
}

function listAttributes(list: Node): Record<string, unknown> {
  const { start, type, reversed, footnotes } = list.attrs;
  return { start, type, reversed: reversed && "reversed", class: footnotes && "footnotes" };
}

/** An item of one paragraph, perhaps followed by lists, has it bare. */
function item(node: Node): string {
  const seen = visible(node);
  if (seen.length === 0) {
    return "";
  }
  const isTight = seen.slice(1).every((child) => child.type.name.endsWith("List"));
  return holding("li", node, seen, isTight, { value: node.attrs.value });
}

function bareIfSingle(name: string, node: Node, more: Record<string, unknown> = {}): string {
  const seen = visible(node);
  return seen.length === 0 && name === "dd" ? "" : holding(name, node, seen, seen.length === 1, more);
}

function holding(name: string, node: Node, blocks: Node[], isTight: boolean, more: Record<string, unknown>): string {
  const [first, ...rest] = blocks;
  const isBare = isTight && first?.type.name === "paragraph" && isPlain(first);
  const inside = isBare ? inline(first) : "";
  const others = (isBare ? rest : blocks).map((child) => `\n${block(child)}`).join("");
  return `${opening(name, node, more)}${inside}${others}${others && "\n"}</${name}>`;
}

function visible(node: Node): Node[] {
  const seen: Node[] = [];
  node.forEach((child) => {
    if (block(child)) {
      seen.push(child);
    }
  });
  return seen;
}

function isPlain(node: Node): boolean {
  return !node.attrs.id && !node.attrs.lang && !node.attrs.dir;
}

/** Pictures alone stand bare in a figure. */
function figure(node: Node): string {
  const seen = visible(node);
  const shown = seen.filter((child) => child.type.name !== "figcaption");
  const caption = seen.filter((child) => child.type.name === "figcaption");
  const [only] = shown;
  if (!only) {
    return caption.map((child) => line("p", child)).join("\n");
  }
  const isBare = shown.length === 1 && only.type.name === "paragraph" && isPlain(only) && isPictures(only);
  const inside = isBare ? inline(only) : "";
  const others = [...(isBare ? [] : shown), ...caption].map((child) => `\n${block(child)}`).join("");
  return `${opening("figure", node)}${inside}${others}${others && "\n"}</figure>`;
}

function isPictures(paragraph: Node): boolean {
  let pictures = true;
  paragraph.forEach((leaf) => {
    const isPicture = leaf.type.name === "picture" && leaf.marks.every((mark) => mark.type.name === "link");
    pictures &&= isPicture || (leaf.isText && leaf.text?.trim() === "");
  });
  return pictures;
}

function code(node: Node): string {
  const text = node.textContent.replace(/^\n+/, "").replace(/\s+$/, "");
  const kind = node.attrs.language ? ` class="language-${attribute(node.attrs.language)}"` : "";
  return text.trim() === "" ? "" : `${opening("pre", node)}<code${kind}>${escaped(text)}</code></pre>`;
}

/** Rows at the top that are of the head, then all others. */
function table(frame: Node): string {
  const parts: string[] = [];
  let rows: string[] = [];
  let isHead = false;
  const end = () => {
    if (rows.length > 0) {
      const part = isHead ? "thead" : "tbody";
      parts.push(`<${part}>\n${rows.join("\n")}\n</${part}>`);
    }
    rows = [];
  };
  frame.forEach((child) => {
    if (child.type.name === "caption") {
      const caption = block(child);
      if (caption) {
        parts.push(caption);
      }
      return;
    }
    isHead = child.firstChild?.attrs.head === true;
    child.forEach((row) => {
      if (isHead && !row.attrs.head) {
        end();
        isHead = false;
      }
      rows.push(tableRow(row));
    });
    end();
  });
  return `${opening("table", frame)}\n${parts.join("\n")}\n</table>`;
}

function tableRow(row: Node): string {
  const cells: string[] = [];
  row.forEach((cell) => {
    const { scope, colspan, rowspan } = cell.attrs;
    const name = cell.type.name === "headerCell" ? "th" : "td";
    const spans = { colspan: colspan > 1 ? colspan : null, rowspan: rowspan > 1 ? rowspan : null };
    cells.push(bareIfSingle(name, cell, name === "th" ? { scope, ...spans } : spans));
  });
  return `${opening("tr", row)}\n${cells.join("\n")}\n</tr>`;
}

function opening(name: string, node: { attrs: Record<string, unknown> }, more: Record<string, unknown> = {}): string {
  const { id, lang, dir } = node.attrs;
  return tag(name, { id, lang, dir, ...more });
}

function isBlank(node: Node): boolean {
  let blank = true;
  node.forEach((leaf) => {
    blank &&= leaf.type.name === "lineBreak" || (leaf.isText && leaf.text?.trim() === "");
  });
  return blank;
}
