import type { Desk } from "./desk";
import { around, toPath } from "./draft/path";

const CONTROLS = 'input:not([type="hidden"]), textarea, select, [contenteditable="true"], button';

/** Leads to a field: opens the blocks that it is in, and puts the focus into it or the nearest thing around it. */
export function focusField({ draft, folds }: Desk, pointer: string): void {
  const path = toPath(draft.snapshot().fields, pointer);
  const places = around(path);
  const blocks = places.map((place) => place.split("/").at(-1) ?? "");
  folds.set(blocks, true);
  // What was closed is drawn first; a field that loads its editor takes a moment more.
  const attempt = (left: number) => {
    const found = places
      .toReversed()
      .map((place) => document.querySelector<HTMLElement>(`[data-path="${CSS.escape(place)}"]`));
    const nearest = found.find((element) => element);
    const control = nearest?.querySelector<HTMLElement>(CONTROLS);
    nearest?.scrollIntoView({ block: "center" });
    if ((!found[0] || !control) && left > 0) {
      setTimeout(() => attempt(left - 1), 100);
      return;
    }
    const text = nearest?.querySelector<HTMLElement>('[contenteditable="true"]');
    (text ?? control)?.focus({ preventScroll: true });
  };
  setTimeout(() => attempt(10), 0);
}
