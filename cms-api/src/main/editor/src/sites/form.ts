import { useState } from "react";
import type { Site } from "../app/site";
import { type Changing, useChanging } from "./change";
import { type Kind, type Parts, partValue } from "./parts";

export interface PartForm<T> extends Changing {
  draft: T;
  set: (draft: T) => void;
  isChanged: boolean;
  save: (told: string) => Promise<boolean>;
  /** Saves what was typed over what somebody else made of it. */
  insist: (told: string) => Promise<boolean>;
  reset: () => void;
}

/**
 * A form over one part of a site. Until somebody types it follows the site; from then on it holds on to what they saw.
 *
 * @param read  the value as the form has it
 * @param write what the form says, as the value; null removes the part
 */
export function usePartForm<T>(
  site: Site,
  parts: Parts,
  kind: Kind,
  key: string,
  read: (value: unknown) => T,
  write: (draft: T, value: unknown) => unknown,
): PartForm<T> {
  const changing = useChanging(site);
  const [typed, setTyped] = useState<{ key: string; draft: T; seen: Parts }>();
  const mine = typed?.key === key ? typed : undefined;
  const seen = mine?.seen ?? parts;

  async function saveOver(over: Parts, told: string): Promise<boolean> {
    if (!mine) {
      return true;
    }
    const value = write(mine.draft, partValue(over, kind, key));
    const isSaved = await changing.change(over, [{ kind, key, value }], told);
    if (isSaved) {
      setTyped(undefined);
    }
    return isSaved;
  }

  return {
    ...changing,
    draft: mine ? mine.draft : read(partValue(parts, kind, key)),
    set: (draft) => setTyped({ key, draft, seen }),
    isChanged: mine !== undefined,
    save: (told) => saveOver(seen, told),
    insist: (told) => saveOver(changing.collision?.now ?? seen, told),
    reset: () => {
      setTyped(undefined);
      changing.forget();
      changing.settle();
    },
  };
}
