import { useQuery } from "@tanstack/react-query";
import { api, read } from "../../api/client";
import type { Site } from "../../app/site";

/** An entry that something refers to. */
export function useEntry(site: Site, entry: string | undefined) {
  return useQuery({
    queryKey: ["entry", site.id, entry],
    enabled: entry !== undefined,
    staleTime: 60_000,
    queryFn: () =>
      read(
        api.GET("/manage/v1/sites/{site}/entries/{entry}", { params: { path: { site: site.id, entry: entry ?? "" } } }),
      ),
  });
}

/** A file of the library. */
export function useFile(site: Site, asset: string | undefined) {
  return useQuery({
    queryKey: ["file", site.id, asset],
    enabled: asset !== undefined,
    staleTime: 60_000,
    queryFn: () =>
      read(
        api.GET("/manage/v1/sites/{site}/assets/{asset}", { params: { path: { site: site.id, asset: asset ?? "" } } }),
      ),
  });
}

/** How an entry is called: in a locale if it has it, else in another. */
export function titleIn(
  entry: { translations: ReadonlyArray<{ locale: string; title: string }> } | undefined,
  locale: string,
): string | undefined {
  const found = entry?.translations.find((one) => one.locale === locale) ?? entry?.translations[0];
  return found?.title;
}
