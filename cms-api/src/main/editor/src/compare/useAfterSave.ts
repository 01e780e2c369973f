import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";

/** Reads something again after the text was saved, while what is known of it stays on the screen. */
export function useAfterSave(revision: string, name: readonly unknown[]): void {
  const client = useQueryClient();
  const seen = useRef(revision);
  useEffect(() => {
    if (seen.current !== revision) {
      seen.current = revision;
      void client.invalidateQueries({ queryKey: name });
    }
  });
}
