/** An alert as people write it: a head, a text, and perhaps a link behind it. */
export interface AlertText {
  head: string;
  text: string;
  link: string;
  aim: { entry: string } | { href: string } | undefined;
}

export const NO_ALERT: AlertText = { head: "", text: "", link: "", aim: undefined };

/** @returns undefined if the text says more than a head, a text and a link */
export function alertOf(html: string): AlertText | undefined {
  if (html.trim() === "") {
    return NO_ALERT;
  }
  const body = new DOMParser().parseFromString(html, "text/html").body;
  const paragraph = body.firstElementChild;
  if (body.childNodes.length !== 1 || paragraph?.tagName !== "P") {
    return undefined;
  }
  const nodes = [...paragraph.childNodes];
  const found: AlertText = { ...NO_ALERT };
  if (isElement(nodes[0], "STRONG")) {
    found.head = nodes.shift()?.textContent ?? "";
  }
  const last = nodes.at(-1);
  if (last && isElement(last, "A")) {
    nodes.pop();
    found.link = last.textContent ?? "";
    const entry = last.getAttribute("data-entry");
    found.aim = entry ? { entry } : { href: last.getAttribute("href") ?? "" };
  }
  if (nodes.some((node) => node.nodeType !== Node.TEXT_NODE)) {
    return undefined;
  }
  found.text = nodes
    .map((node) => node.textContent)
    .join("")
    .trim();
  return found;
}

export function htmlOf(alert: AlertText): string {
  const pieces = [
    alert.head.trim() && `<strong>${escaped(alert.head.trim())}</strong>`,
    escaped(alert.text.trim()),
    alert.link.trim() && alert.aim && `<a ${address(alert.aim)}>${escaped(alert.link.trim())}</a>`,
  ].filter(Boolean);
  return pieces.length === 0 ? "" : `<p>${pieces.join(" ")}</p>`;
}

function address(aim: NonNullable<AlertText["aim"]>): string {
  return "entry" in aim ? `data-entry="${escaped(aim.entry)}"` : `href="${escaped(aim.href)}"`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

function isElement(node: Node | undefined, tag: string): node is HTMLElement {
  return node instanceof HTMLElement && node.tagName === tag;
}
