import { Fragment, type Mark, type Node, type Schema } from "@tiptap/pm/model";
import { isAddress } from "../address";
import { paragraphsOf } from "./paragraphs";
import { styled, styleOf } from "./style";
import { makeWordLists } from "./word";

const MARKS: Record<string, string> = {
  STRONG: "strong",
  B: "strong",
  EM: "em",
  I: "em",
  S: "s",
  DEL: "s",
  STRIKE: "s",
  SUP: "sup",
  SUB: "sub",
  CODE: "code",
  KBD: "code",
  CITE: "cite",
};
const UNSEEN = new Set(
  "SCRIPT STYLE TEMPLATE NOSCRIPT HEAD TITLE META LINK SVG INPUT BUTTON OBJECT IFRAME VIDEO AUDIO".split(" "),
);
const BOXES = new Set("DIV SECTION ARTICLE MAIN HEADER FOOTER NAV ADDRESS FORM FIELDSET BODY HTML CENTER".split(" "));

/** What comes from elsewhere (a web page, Word, a mail), in what the normal form knows: meaning stays, looks go, words are never lost. */
export function readForeign(root: HTMLElement | DocumentFragment, schema: Schema): Node[] {
  makeWordLists(root);
  return new Reader(schema).blocks([...root.childNodes], []);
}

class Reader {
  constructor(private readonly schema: Schema) {}

  /** Loose words between blocks become paragraphs. */
  blocks(nodes: ChildNode[], marks: readonly Mark[]): Node[] {
    const out: Node[] = [];
    let words: Node[] = [];
    const end = () => {
      out.push(...paragraphsOf(words, this.schema));
      words = [];
    };
    const visit = (node: ChildNode, around: readonly Mark[]) => {
      if (!(node instanceof HTMLElement)) {
        words.push(...this.text(node, around));
        return;
      }
      if (UNSEEN.has(node.tagName) || node.hidden || /mso-element:\s*(comment|footnote)-list/.test(styleOf(node))) {
        return;
      }
      const block = this.block(node, around);
      if (block) {
        end();
        out.push(...block);
      } else if (BOXES.has(node.tagName)) {
        end();
        out.push(...this.blocks([...node.childNodes], around));
      } else if (node.tagName === "BR" || node.tagName === "IMG") {
        words.push(...this.leaf(node, around));
      } else {
        const inner = this.marked(node, around);
        for (const child of [...node.childNodes]) {
          visit(child, inner);
        }
      }
    };
    for (const node of nodes) {
      visit(node, marks);
    }
    end();
    return out;
  }

  private block(element: HTMLElement, marks: readonly Mark[]): Node[] | undefined {
    const inside = () => this.blocks([...element.childNodes], marks);
    const common = { lang: element.lang || null, dir: element.getAttribute("dir") };
    switch (element.tagName) {
      case "P":
        return inside();
      case "H1":
      case "H2":
        return this.line("heading", { ...common, level: 2 }, element);
      case "H3":
      case "H4":
      case "H5":
      case "H6":
        return this.line("heading", { ...common, level: Number(element.tagName[1]) }, element);
      case "UL":
      case "MENU":
        return this.list("bulletList", common, element);
      case "OL":
        return this.list("orderedList", { ...common, start: startOf(element) }, element);
      case "LI":
        return this.list("bulletList", common, element.ownerDocument.createElement("ul"), [element]);
      case "BLOCKQUOTE":
        return this.holder("blockquote", common, inside());
      case "ASIDE":
        return this.holder("callout", { ...common, kind: element.dataset.kind ?? "info" }, inside());
      case "PRE":
        return this.code(element);
      case "HR":
        return [this.schema.node("rule")];
      case "TABLE":
        return this.table(element as HTMLTableElement);
      case "FIGURE":
        return this.figure(element);
      case "DL":
        return this.definitions(element);
      case "DETAILS":
        return this.details(
          element,
          [...element.children].find((child) => child.tagName === "SUMMARY"),
        );
      default:
        return element.dataset.details === undefined
          ? undefined
          : this.details(element, element.querySelector<HTMLElement>("[data-summary]") ?? undefined);
    }
  }

  private line(type: string, attrs: Record<string, unknown>, element: Element): Node[] {
    const [only, ...more] = this.blocks([...element.childNodes], []);
    if (!only) {
      return [];
    }
    return only.isTextblock ? [this.schema.node(type, attrs, only.content), ...more] : [only, ...more];
  }

  private holder(type: string, attrs: Record<string, unknown>, content: Node[]): Node[] {
    return content.length === 0 ? [] : [this.schema.node(type, attrs, content)];
  }

  private list(type: string, attrs: Record<string, unknown>, list: Element, children = [...list.children]): Node[] {
    const items: Node[] = [];
    for (const child of children) {
      const content = this.blocks(child.tagName === "LI" ? [...child.childNodes] : [child], []);
      const last = items.at(-1);
      if (child.tagName !== "LI" && last) {
        // A list that stands between the items of another belongs to the item before it.
        items[items.length - 1] = last.copy(last.content.append(Fragment.fromArray(content)));
      } else if (content.length > 0) {
        items.push(this.schema.node("listItem", null, content));
      }
    }
    return this.holder(type, attrs, items);
  }

  private code(element: HTMLElement): Node[] {
    const text = element.textContent ?? "";
    const language = /language-([a-z0-9+#-]{1,30})/.exec(element.innerHTML)?.[1] ?? null;
    return text.trim() ? [this.schema.node("codeBlock", { language }, this.schema.text(text.replace(/\n+$/, "")))] : [];
  }

  private table(table: HTMLTableElement): Node[] {
    const rows = [...table.rows].flatMap((row) => {
      const head = row.parentElement?.tagName === "THEAD" || row.dataset.head !== undefined;
      const cells = [...row.cells].map((cell) => this.cell(cell, head));
      return cells.length > 0 ? [this.schema.node("tableRow", { head }, cells)] : [];
    });
    const caption = table.caption ? this.line("caption", {}, table.caption) : [];
    return rows.length > 0
      ? [this.schema.node("tableFrame", null, [...caption.slice(0, 1), this.schema.node("table", null, rows)])]
      : [];
  }

  private cell(cell: HTMLTableCellElement, head: boolean): Node {
    const content = this.blocks([...cell.childNodes], []);
    const filled = content.length > 0 ? content : [this.schema.node("paragraph")];
    const spans = { colspan: cell.colSpan, rowspan: Math.max(1, cell.rowSpan) };
    const isHeader = cell.tagName === "TH" || head;
    const scope = cell.scope || (head ? "col" : "row");
    return isHeader
      ? this.schema.node("headerCell", { ...spans, scope }, filled)
      : this.schema.node("cell", spans, filled);
  }

  private figure(figure: HTMLElement): Node[] {
    const caption = [...figure.children].find((child) => child.tagName === "FIGCAPTION");
    const shown = this.blocks(
      [...figure.childNodes].filter((child) => child !== caption),
      [],
    );
    const line = caption ? this.line("figcaption", {}, caption).slice(0, 1) : [];
    return shown.length === 0 ? [] : this.holder("figure", {}, [...shown, ...line]);
  }

  private definitions(list: HTMLElement): Node[] {
    const parts = [...list.querySelectorAll<HTMLElement>("dt, dd")].flatMap((part) =>
      part.tagName === "DT"
        ? this.line("term", {}, part).slice(0, 1)
        : this.holder("definition", {}, this.blocks([...part.childNodes], [])),
    );
    return this.holder("definitions", {}, parts);
  }

  private details(element: HTMLElement, summary: Element | undefined): Node[] {
    const line = summary ? this.line("summary", {}, summary).slice(0, 1) : [];
    const rest = this.blocks(
      [...element.childNodes].filter((child) => child !== summary),
      [],
    );
    return line.length > 0 ? this.holder("details", {}, [...line, ...rest]) : rest;
  }

  private marked(element: HTMLElement, marks: readonly Mark[]): readonly Mark[] {
    const fontWeight = styled(element, "font-weight");
    const name = MARKS[element.tagName];
    // Documents of Google stand in a <b> that is not bold; their bold words stand in a <span> that is.
    const isBold = fontWeight === "bold" || Number(fontWeight) >= 600;
    const isPlain = fontWeight === "normal" || fontWeight === "400";
    let all = marks;
    const add = (type: string, attrs: Record<string, unknown> = {}) => {
      all = this.schema.mark(type, attrs).addToSet(all);
    };
    if (name && !(name === "strong" && isPlain)) {
      add(name);
    }
    if (element.tagName === "SPAN" && isBold) {
      add("strong");
    }
    if (element.tagName === "SPAN" && styled(element, "font-style") === "italic") {
      add("em");
    }
    if (element.tagName === "ABBR") {
      add("abbr", { title: element.title || null });
    }
    if (element.tagName === "SPAN" && element.dataset.language !== undefined) {
      add("language", { lang: element.lang || null, dir: element.getAttribute("dir") });
    }
    if (element.tagName === "A") {
      const { entry, asset } = element.dataset;
      const href = element.getAttribute("href")?.trim() ?? "";
      if (entry || asset || (isAddress(href) && !href.startsWith("#_"))) {
        add("link", { entry, asset, href: asset || !href ? null : href, title: element.title || null });
      }
    }
    return all;
  }

  private leaf(element: HTMLElement, marks: readonly Mark[]): Node[] {
    if (element.tagName === "BR") {
      return [this.schema.node("lineBreak", null, undefined, marks)];
    }
    const { asset } = element.dataset;
    const alt = element.getAttribute("alt") ?? "";
    const src = element.getAttribute("src") ?? "";
    if (asset) {
      return [this.schema.node("picture", { asset, alt }, undefined, marks)];
    }
    // Pictures of other hosts stay where they are: a link leads to them.
    return /^https?:/i.test(src)
      ? [this.schema.text(alt || src, this.schema.mark("link", { href: src }).addToSet(marks))]
      : alt
        ? [this.schema.text(alt, marks)]
        : [];
  }

  private text(node: ChildNode, marks: readonly Mark[]): Node[] {
    const words = node.nodeType === 3 ? (node.textContent ?? "").replace(/[ \t\r\n\f]+/g, " ") : "";
    return words ? [this.schema.text(words, marks)] : [];
  }
}

function startOf(list: HTMLElement): string | null {
  const start = list.getAttribute("start");
  return start && /^-?\d{1,5}$/.test(start) && start !== "1" ? start : null;
}
