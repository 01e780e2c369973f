const ASIDE = "data-pasted-style";

/**
 * Pasted HTML with its styles under another name: the page's policy applies none, and a browser would not even tell what they say. What they
 * say is still a hint (the lists of Word, the bold words of Google).
 */
export function styleAside(html: string): string {
  return html
    .replace(/<style\b[\s\S]*?<\/style\s*>/gi, "")
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/(\s)style(\s*=)/gi, `$1${ASIDE}$2`));
}

/** All that an element's style says. */
export function styleOf(element: Element): string {
  return element.getAttribute(ASIDE) ?? element.getAttribute("style") ?? "";
}

/** One property of it; empty if nothing is said of it. */
export function styled(element: Element, property: string): string {
  const declaration = styleOf(element)
    .split(";")
    .map((one) => one.split(":"))
    .findLast(([name]) => name?.trim().toLowerCase() === property);
  return declaration?.slice(1).join(":").trim().toLowerCase() ?? "";
}
