import { Fragment, type Mark, type Node, type Schema } from "@tiptap/pm/model";
import { type Element, readTree } from "./tree";
import { block } from "./write";

class Unknown extends Error {}

type Content = ReadonlyArray<Element | string>;

/** Which mark an element is. */
const MARKS: Record<string, string> = {
  span: "language",
  a: "link",
  abbr: "abbr",
  cite: "cite",
  strong: "strong",
  em: "em",
  s: "s",
  sup: "sup",
  sub: "sub",
  code: "code",
};
const INLINE = new Set([...Object.keys(MARKS), "br", "img"]);

/**
 * A text in normal form as a document. Whatever would not be written again exactly as it stands there becomes a block that is shown and
 * kept as it is.
 */
export function read(html: string, schema: Schema): Node {
  const tree = readTree(html);
  const blocks = tree
    ? tree.flatMap((node) => {
        if (typeof node === "string") {
          return node.trim() === "" ? [] : [opaque(node)];
        }
        const source = html.slice(node.from, node.to);
        return [known(node, source) ?? opaque(source)];
      })
    : [opaque(html)];
  const filled = blocks.length > 0 ? blocks : [schema.node("paragraph")];
  return schema.node("doc", null, filled);

  function opaque(source: string): Node {
    return schema.node("opaque", { html: source });
  }

  function known(element: Element, source: string): Node | undefined {
    try {
      const node = new Reader(schema).block(element);
      node.check();
      return block(node) === source ? node : undefined;
    } catch (error) {
      if (error instanceof Unknown || error instanceof RangeError) {
        return undefined;
      }
      throw error;
    }
  }
}

class Reader {
  constructor(private readonly schema: Schema) {}

  block(element: Element): Node {
    const { name, attributes, content } = element;
    const common = { id: attributes.id, lang: attributes.lang, dir: attributes.dir };
    switch (name) {
      case "p":
        return this.make("paragraph", common, this.line(content));
      case "h2":
      case "h3":
      case "h4":
      case "h5":
      case "h6":
        return this.make("heading", { ...common, level: Number(name[1]) }, this.line(content));
      case "ul":
        return this.make("bulletList", common, this.blocks(content));
      case "ol":
        return this.make("orderedList", { ...common, ...numbering(attributes) }, this.blocks(content));
      case "li":
        return this.make("listItem", { ...common, value: attributes.value }, this.holding(content));
      case "dl":
        return this.make("definitions", common, this.blocks(content));
      case "dt":
        return this.make("term", common, this.line(content));
      case "dd":
        return this.make("definition", common, this.holding(content));
      case "blockquote":
        return this.make("blockquote", common, this.blocks(content));
      case "aside":
        return this.make("callout", { ...common, kind: attributes["data-kind"] }, this.blocks(content));
      case "details":
        return this.make("details", common, this.blocks(content));
      case "caption":
      case "figcaption":
      case "summary":
        return this.make(name, common, this.line(content));
      case "figure":
        return this.make("figure", common, this.figure(content));
      case "pre":
        return this.code(common, content);
      case "hr":
        return this.make("rule", common, []);
      case "table":
        return this.table(common, content);
      default:
        throw new Unknown(name);
    }
  }

  private make(type: string, attributes: Record<string, unknown>, content: readonly Node[]): Node {
    return this.schema.node(type, attributes, Fragment.fromArray([...content]));
  }

  /** Blocks only; the line breaks between them are the writer's. */
  private blocks(content: Content): Node[] {
    return content.flatMap((node) => {
      if (typeof node !== "string") {
        return [this.block(node)];
      }
      if (node.trim() !== "") {
        throw new Unknown(node);
      }
      return [];
    });
  }

  /** Bare words first, perhaps, which are a paragraph; then blocks. */
  private holding(content: Content): Node[] {
    const first = content.findIndex((node) => typeof node !== "string" && !INLINE.has(node.name));
    const bare = content.slice(0, first < 0 ? content.length : first);
    const last = bare.at(-1);
    if (first >= 0 && typeof last === "string") {
      bare[bare.length - 1] = last.replace(/\n$/, "");
    }
    const words = this.line(bare);
    const rest = first < 0 ? [] : this.blocks(content.slice(first));
    return words.length > 0 || rest.length === 0 ? [this.make("paragraph", {}, words), ...rest] : rest;
  }

  private figure(content: Content): Node[] {
    return this.holding(content);
  }

  private code(common: Record<string, unknown>, content: Content): Node {
    const [code] = content;
    if (content.length !== 1 || typeof code !== "object" || code.name !== "code") {
      throw new Unknown("pre");
    }
    const [text] = code.content;
    if (code.content.length !== 1 || typeof text !== "string") {
      throw new Unknown("code");
    }
    const language = code.attributes.class?.replace(/^language-/, "") ?? null;
    return this.make("codeBlock", { ...common, language }, [this.schema.text(text)]);
  }

  private table(common: Record<string, unknown>, content: Content): Node {
    const parts = content.filter((node) => typeof node !== "string");
    const caption = parts.filter((part) => part.name === "caption").map((part) => this.block(part));
    const rows = parts.flatMap((part) => {
      if (part.name === "caption") {
        return [];
      }
      if (part.name !== "thead" && part.name !== "tbody") {
        throw new Unknown(part.name);
      }
      const trs = part.content.filter((node) => typeof node !== "string");
      return trs.map((row) => this.row(row, part.name === "thead"));
    });
    return this.make("tableFrame", common, [...caption, this.make("table", {}, rows)]);
  }

  private row(row: Element, head: boolean): Node {
    const cells = row.content.filter((node) => typeof node !== "string");
    const { id, lang, dir } = row.attributes;
    return this.make(
      "tableRow",
      { id, lang, dir, head },
      cells.map((cell) => this.cell(cell)),
    );
  }

  private cell(cell: Element): Node {
    const { id, lang, dir, scope, colspan, rowspan } = cell.attributes;
    const spans = { id, lang, dir, scope, colspan: Number(colspan ?? 1), rowspan: Number(rowspan ?? 1) };
    return this.make(cell.name === "th" ? "headerCell" : "cell", spans, this.holding(cell.content));
  }

  private line(content: Content): Node[] {
    return this.leaves(content, []);
  }

  private leaves(content: Content, marks: readonly Mark[]): Node[] {
    return content.flatMap((node) => {
      if (typeof node === "string") {
        return node ? [this.schema.text(node, marks)] : [];
      }
      if (node.name === "br") {
        return [this.schema.node("lineBreak", null, undefined, marks)];
      }
      if (node.name === "img") {
        const { "data-asset": asset, src, alt, width, height } = node.attributes;
        return [this.schema.node("picture", { asset, src, alt, width, height }, undefined, marks)];
      }
      const mark = MARKS[node.name];
      if (!mark) {
        throw new Unknown(node.name);
      }
      return this.leaves(node.content, this.schema.mark(mark, markAttributes(node)).addToSet(marks));
    });
  }
}

function numbering(attributes: Readonly<Record<string, string>>): Record<string, unknown> {
  return {
    start: attributes.start,
    type: attributes.type,
    reversed: attributes.reversed !== undefined,
    footnotes: attributes.class === "footnotes",
  };
}

function markAttributes({ name, attributes }: Element): Record<string, unknown> {
  const { href, title, id, lang, dir } = attributes;
  switch (name) {
    case "a":
      return { href, title, entry: attributes["data-entry"], asset: attributes["data-asset"] };
    case "abbr":
      return { title };
    case "span":
      return { lang, dir };
    case "sup":
      return { id };
    default:
      return {};
  }
}
