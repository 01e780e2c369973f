import { createElement, type ReactNode } from "react";

/** What may be drawn of a text: its shape, with nothing that loads, leads or runs. */
const DRAWN = new Set(
  "a abbr aside blockquote br caption cite code dd del details div dl dt em figcaption figure h2 h3 h4 h5 h6 hr i ins li ol p pre q s small span strong sub summary sup table tbody td tfoot th thead tr u ul b".split(
    " ",
  ),
);

/** Elements that hold nothing: React gives them no children. */
const VOID = new Set(["br", "hr"]);

/**
 * HTML of the server as elements, without attributes but the spans of cells: no markup is put into the page as it comes.
 *
 * @param without the marks of one side: `ins` shows what was there before, `del` what is there now
 */
export function Marked({ html, without }: { html: string; without?: "ins" | "del" }) {
  const body = new DOMParser().parseFromString(html, "text/html").body;
  return <div className="compare-text">{drawAll(body, without)}</div>;
}

function drawAll(parent: Node, without: string | undefined): ReactNode[] {
  return [...parent.childNodes].map((node, index) => draw(node, index, without));
}

function draw(node: Node, key: number, without: string | undefined): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) {
    return node.textContent;
  }
  if (!(node instanceof Element)) {
    return null;
  }
  const name = node.localName;
  if (name === without || name === "script" || name === "style") {
    return null;
  }
  if (name === "img") {
    return <em key={key}>[{node.getAttribute("alt") || "…"}]</em>;
  }
  if (!DRAWN.has(name)) {
    return drawAll(node, without);
  }
  const spans = {
    colSpan: Number(node.getAttribute("colspan")) || undefined,
    rowSpan: Number(node.getAttribute("rowspan")) || undefined,
  };
  // A link leads nowhere here: one compares, and goes on writing.
  const drawn = name === "a" ? "span" : name;
  const props = {
    key,
    ...(name === "td" || name === "th" ? spans : {}),
    ...(name === "a" && { className: "compare-link" }),
  };
  return VOID.has(name) ? createElement(drawn, props) : createElement(drawn, props, ...drawAll(node, without));
}
