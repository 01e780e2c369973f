import { useEffect, useState } from "react";

export interface Selected {
  /** Of a comment: keys of fields and ids of blocks (`blocks/b1/text`). */
  field: string;
  quote: string;
}

const LONGEST = 500;

/** The last words that somebody chose in a field of the text: what a comment is probably about. */
export function useSelection(): Selected | undefined {
  const [selected, setSelected] = useState<Selected>();
  useEffect(() => {
    function look() {
      const selection = document.getSelection();
      const quote = selection?.toString().trim() ?? "";
      const node = selection?.anchorNode;
      const element = node instanceof Element ? node : node?.parentElement;
      const path = element?.closest<HTMLElement>("[data-path]")?.dataset.path;
      if (path && quote && quote.length <= LONGEST) {
        setSelected({ field: fieldOf(path), quote });
      }
    }
    document.addEventListener("selectionchange", look);
    return () => document.removeEventListener("selectionchange", look);
  }, []);
  return selected;
}

/** The place of a field of the screen (`/blocks/b1/fields/text`), as comments name it. */
export function fieldOf(path: string): string {
  return path
    .split("/")
    .filter((step) => step !== "" && step !== "fields")
    .join("/");
}
