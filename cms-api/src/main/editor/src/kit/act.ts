import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { tell } from "./toasts";

export interface Doing {
  /** What was refused last; shown with `Refusal`. */
  problem: unknown;
  isBusy: boolean;
  /** Does it, says so, and has what it changed read again. Answers whether it went well. */
  perform: (act: () => Promise<unknown>, told?: string) => Promise<boolean>;
  forget: () => void;
}

/**
 * Something that a person does on a screen: one at a time, with its refusal kept to be shown.
 *
 * @param changes names of the queries that know something else afterwards
 */
export function useAct(...changes: Array<readonly unknown[]>): Doing {
  const queries = useQueryClient();
  const [problem, setProblem] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  async function perform(act: () => Promise<unknown>, told?: string): Promise<boolean> {
    if (isBusy) {
      return false;
    }
    setBusy(true);
    setProblem(undefined);
    try {
      await act();
      if (told) {
        tell(told);
      }
      await Promise.all(changes.map((queryKey) => queries.invalidateQueries({ queryKey })));
      keepFocus();
      return true;
    } catch (refused) {
      setProblem(refused);
      return false;
    } finally {
      setBusy(false);
    }
  }
  return { problem, isBusy, perform, forget: () => setProblem(undefined) };
}

/** Where a row went that had the focus, or a window that came instead of another, the heading of the page gets it. */
export function keepFocus(): void {
  setTimeout(() => {
    if (document.activeElement === null || document.activeElement === document.body) {
      document.querySelector<HTMLElement>("main h1")?.focus();
    }
  }, 300);
}
