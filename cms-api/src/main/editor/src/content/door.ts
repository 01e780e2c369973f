/** What other rooms may use of the content: picking an entry, and how its types are called. */
export { PickEntry, type PickEntryProps } from "./PickEntry";
export { type TypeDefinition, useTypeName, useTypes } from "./types";
