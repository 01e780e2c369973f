import { useSay } from "./words";
import nl from "./words.nl.json";

/** What a gate looks at, in words; of one that an installation added, its key. */
export function useGateName(): (gate: string) => string {
  const say = useSay();
  return (gate) => {
    const key = `gate.${gate}`;
    return key in nl ? say(key as keyof typeof nl) : gate;
  };
}
