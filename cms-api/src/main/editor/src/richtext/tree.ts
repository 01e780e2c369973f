/** An element of rich text in normal form, and where it stands in the string. */
export interface Element {
  name: string;
  attributes: Readonly<Record<string, string>>;
  content: Array<Element | string>;
  from: number;
  to: number;
}

const TAG = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+="[^"]*")*)\s*>/g;
const ATTRIBUTE = /([a-z-]+)="([^"]*)"/g;
const VOID = new Set(["br", "hr", "img"]);

/**
 * Reads a text in normal form: what the server's writer writes, and nothing else.
 *
 * @returns undefined if it is not well-formed
 */
export function readTree(html: string): Array<Element | string> | undefined {
  const top: Array<Element | string> = [];
  const open: Element[] = [];
  const inside = () => open.at(-1)?.content ?? top;
  let at = 0;
  for (const match of html.matchAll(TAG)) {
    const [tag, slash, name = "", attributes = ""] = match;
    addText(html.slice(at, match.index), inside());
    at = match.index + tag.length;
    if (slash) {
      const closed = open.pop();
      if (closed?.name !== name) {
        return undefined;
      }
      closed.to = at;
    } else {
      const element = { name, attributes: attributesOf(attributes), content: [], from: match.index, to: at };
      inside().push(element);
      if (!VOID.has(name)) {
        open.push(element);
      }
    }
  }
  addText(html.slice(at), inside());
  return open.length === 0 ? top : undefined;
}

/** The top-level elements of a text in normal form, each as it is written; one that is the whole text if it can't be told. */
export function elementsOf(html: string): string[] {
  const tree = readTree(html);
  if (!tree || tree.some((node) => typeof node === "string" && node.trim() !== "")) {
    return html === "" ? [] : [html];
  }
  return tree.flatMap((node) => (typeof node === "string" ? [] : [html.slice(node.from, node.to)]));
}

/** Its words, as people read them. */
export function wordsOf(html: string): string {
  return unescaped(html.replace(/<br>|<\/(p|li|h[2-6]|t[dh]|d[dt])>/g, " ").replace(/<[^>]*>/g, ""))
    .replace(/\s+/g, " ")
    .trim();
}

function addText(source: string, content: Array<Element | string>): void {
  if (source) {
    content.push(unescaped(source));
  }
}

function attributesOf(source: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = "", value = ""] of source.matchAll(ATTRIBUTE)) {
    attributes[name] = unescaped(value);
  }
  return attributes;
}

function unescaped(text: string): string {
  return text.includes("&")
    ? text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&")
    : text;
}

export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
