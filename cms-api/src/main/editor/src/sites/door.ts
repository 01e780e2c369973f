/** What other rooms may use of this one: forms over the parts of a site. */
export { usePartForm } from "./form";
export { members, type Parts, partsOf, partValue, text } from "./parts";
export { SaveBar } from "./SaveBar";
