import { Refusal } from "../kit/Bits";
import type { SaveState } from "./draft/Draft";

/** Why the server did not take a save. What is about a field stands at the field too. */
export function RefusedSave({ state }: { state: SaveState }) {
  return state.is === "refused" ? <Refusal problem={state.problem} /> : null;
}
