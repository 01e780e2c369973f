/** What other rooms may use of comparing: what two texts say differently, and what one says. */
export { Changes } from "./Changes";
export { useFieldName } from "./fieldNames";
export { useAfterSave } from "./useAfterSave";
export { WholeText } from "./WholeText";
