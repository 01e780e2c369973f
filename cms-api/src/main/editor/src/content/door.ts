/** What other rooms may use of the content: picking an entry, and how its types are called. */
export { EntryLink } from "./EntryLink";
export { PickEntry, type PickEntryProps } from "./PickEntry";
export { Shown } from "./Shown";
export { type TypeDefinition, useTypeName, useTypes } from "./types";
export { useAudienceName, useGroups } from "./useAudienceName";
