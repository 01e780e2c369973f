/**
 * Leads the focus to the heading of the page, when what had it is gone: a row that was removed, a bar that closed. A dialog that closes gives
 * the focus back first, so this waits for it.
 */
export function toHeading(selector = "main h1"): void {
  setTimeout(() => document.querySelector<HTMLElement>(selector)?.focus(), 100);
}
