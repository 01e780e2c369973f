import type { Schemas } from "../api/client";
import { State } from "../kit/Bits";
import { useSay } from "./words";

type Translation = Pick<Schemas["TranslationView"], "revision" | "publishedRevision">;

/** What visitors have of a translation, in words: nothing, this text, or an older one. */
export function Shown({ translation }: { translation: Translation }) {
  const say = useSay();
  if (!translation.publishedRevision) {
    return <State>{say("state.unpublished")}</State>;
  }
  return translation.publishedRevision === translation.revision ? (
    <State tone="good">{say("state.published")}</State>
  ) : (
    <State tone="warm">{say("state.changed")}</State>
  );
}
