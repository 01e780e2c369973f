/** What other rooms may use of publishing: the bar over a text. */
export { default as PublishBar } from "./PublishBar";
