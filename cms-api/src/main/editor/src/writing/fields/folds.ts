import { useSyncExternalStore } from "react";

/** Which blocks are open. On a page of a few all are; on a long one those that somebody opened. */
export class Folds {
  private readonly touched = new Map<string, boolean>();
  private readonly listeners = new Set<() => void>();

  constructor(private readonly openAtFirst: boolean) {}

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  isOpen(block: string): boolean {
    return this.touched.get(block) ?? this.openAtFirst;
  }

  set(blocks: readonly string[], open: boolean): void {
    for (const block of blocks) {
      this.touched.set(block, open);
    }
    for (const listener of this.listeners) {
      listener();
    }
  }
}

export function useIsOpen(folds: Folds, block: string): boolean {
  return useSyncExternalStore(folds.subscribe, () => folds.isOpen(block));
}
