/** What other rooms may use of this one. */
export { Theme } from "./Theme";
