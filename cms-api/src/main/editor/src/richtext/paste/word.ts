import { styleOf } from "./style";
/**
 * Word writes lists as paragraphs: the level stands in a style, the bullet or the number in a span that is to be ignored. Makes lists of
 * them, in place.
 */
export function makeWordLists(root: ParentNode & Node): void {
  const open: HTMLElement[] = [];
  for (const paragraph of [...root.querySelectorAll<HTMLElement>("p, h1, h2, h3, h4, h5, h6")]) {
    const level = levelOf(paragraph);
    if (!level) {
      continue;
    }
    const previous = paragraph.previousElementSibling;
    if (!previous || !open[0] || previous !== open[0]) {
      open.length = 0;
    }
    const marker = takeMarker(paragraph);
    const tag = /^\(?([0-9]{1,3}|[a-z]{1,2}|[ivxlc]+)[.)]/i.test(marker) ? "ol" : "ul";
    open.length = Math.min(open.length, level);
    if (open.length === level && open.at(-1)?.localName !== tag) {
      open.length -= 1;
    }
    while (open.length < level) {
      const list = paragraph.ownerDocument.createElement(tag);
      const outer = open.at(-1);
      if (outer) {
        (outer.lastElementChild ?? outer.appendChild(paragraph.ownerDocument.createElement("li"))).append(list);
      } else {
        paragraph.before(list);
      }
      open.push(list);
    }
    const item = paragraph.ownerDocument.createElement("li");
    item.append(...paragraph.childNodes);
    open.at(-1)?.append(item);
    paragraph.remove();
  }
}

/** From 1; 0 if it is no item of a list. */
function levelOf(paragraph: HTMLElement): number {
  const style = styleOf(paragraph);
  const level = /mso-list:[^;]*\blevel(\d)/i.exec(style)?.[1];
  return level ? Number(level) : 0;
}

function takeMarker(paragraph: HTMLElement): string {
  const ignored = [...paragraph.querySelectorAll<HTMLElement>("span")].find((span) =>
    /mso-list:\s*ignore/i.test(styleOf(span)),
  );
  const marker = ignored?.textContent ?? "";
  ignored?.remove();
  return marker.replace(/\u00a0/g, " ").trim();
}
