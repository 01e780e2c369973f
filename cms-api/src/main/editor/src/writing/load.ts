import { useQuery } from "@tanstack/react-query";
import { api, read } from "../api/client";
import { currentSession } from "../api/session";
import type { Site } from "../app/site";
import type { Fields } from "./door";
import type { Saved, Send } from "./draft/Draft";
import { Keeper, type Kept } from "./draft/kept";

/** Which translation is written. */
export interface Place {
  site: Site;
  entry: string;
  locale: string;
}

export function pathOf({ site, entry, locale }: Place) {
  return { params: { path: { site: site.id, entry, locale } } };
}

/** What is opened: the draft of the server, and what this browser kept on top of it. */
export interface Opened {
  saved: Saved;
  kept: Kept | undefined;
}

/** The draft, read once; `refetch` reads it again. */
export function useOpened(place: Place) {
  return useQuery({
    queryKey: ["opened", place.site.id, place.entry, place.locale],
    queryFn: async (): Promise<Opened> => {
      const [saved, kept] = await Promise.all([readDraft(place), keeperOf(place).read()]);
      return { saved, kept };
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

async function readDraft(place: Place): Promise<Saved> {
  const draft = await read(
    api.GET("/manage/v1/sites/{site}/entries/{entry}/translations/{locale}/draft", pathOf(place)),
  );
  return { ...draft, fields: (draft.fields ?? {}) as Fields };
}

export function sendTo(place: Place): Send {
  return async (body) => {
    const saved = await read(
      api.PUT("/manage/v1/sites/{site}/entries/{entry}/translations/{locale}/draft", { ...pathOf(place), body }),
    );
    return { ...saved, fields: (saved.fields ?? {}) as Fields };
  };
}

export function keeperOf({ site, entry, locale }: Place): Keeper {
  const session = currentSession();
  const person = session.state === "in" || session.state === "over" ? session.me.person : "";
  return new Keeper(`${person} ${site.id} ${entry} ${locale}`);
}
