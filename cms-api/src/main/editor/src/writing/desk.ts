import { createContext, useContext, useSyncExternalStore } from "react";
import type { Site } from "../app/site";
import type { TypeDefinition } from "../content/door";
import { useFaultText } from "../kit/faults";
import type { Draft } from "./draft/Draft";
import type { Path } from "./draft/path";
import type { Folds } from "./fields/folds";

/** What fields know of where they are. */
export interface Desk {
  site: Site;
  entry: string;
  locale: string;
  draft: Draft;
  /** All types and blocks of the agency, by their keys. */
  types: ReadonlyMap<string, TypeDefinition>;
  folds: Folds;
}

const Context = createContext<Desk | undefined>(undefined);

export const DeskProvider = Context.Provider;

export function useDesk(): Desk {
  const desk = useContext(Context);
  if (!desk) {
    throw new Error("Fields stand on a desk.");
  }
  return desk;
}

/** What the server says about a field, after it refused a save. */
export function useFault(path: Path): string | undefined {
  const { draft } = useDesk();
  const text = useFaultText();
  const fault = useSyncExternalStore(draft.subscribe, () => draft.snapshot().faults.get(path));
  return fault && text(fault);
}
