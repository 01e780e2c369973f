import { useSay } from "./words";
import nl from "./words.nl.json";

/** A text of this room if it has one for what a theme calls by name; undefined for what only the theme knows. */
export function useKnown(): (key: string) => string | undefined {
  const say = useSay();
  return (key) => (key in nl ? say(key as keyof typeof nl) : undefined);
}

/** What a token is for, in words; of one that only its theme knows, its name. */
export function useTokenName(): (name: string) => string {
  const known = useKnown();
  return (name) => known(`token.${name}`) ?? name.replace(/^color\./, "");
}
