/** What other rooms may use of this one: forms over the parts of a site. */
export { useChanging } from "./change";
export { usePartForm } from "./form";
export { idOf } from "./ids";
export { localeName } from "./locales";
export { members, type Parts, partsOf, partValue, text, useParts } from "./parts";
export { SaveBar } from "./SaveBar";
