/** What other rooms may use of the files: picking one, and the address of a picture that nothing published shows yet. */
export { type Asset, bytesOf } from "./asset";
export { type PickedFile, PickFile, type PickFileProps } from "./PickFile";
