import { api, read, type Schemas } from "../api/client";
import type { Site } from "../app/site";

export type EntryLine = Schemas["EntryLine"];

/**
 * Entries by words of their title, last changed first, each once: in the locale that is asked for if it has that, since a reference leads to
 * all translations.
 *
 * @param types keys of the types that are meant; none for all
 */
export async function findEntries(
  site: Site,
  { title, types, locale }: { title: string; types?: readonly string[]; locale: string },
  signal?: AbortSignal,
): Promise<EntryLine[]> {
  const asked: ReadonlyArray<string | undefined> = types && types.length > 0 ? types : [undefined];
  const lists = await Promise.all(
    asked.map((type) =>
      read(
        api.GET("/manage/v1/sites/{site}/entries", {
          params: { path: { site: site.id }, query: { title: title || undefined, type, pageSize: 40 } },
          signal,
        }),
      ),
    ),
  );
  return eachOnce(
    lists.flatMap((list) => list.items),
    locale,
  );
}

export function eachOnce(lines: readonly EntryLine[], locale: string): EntryLine[] {
  const best = new Map<string, EntryLine>();
  for (const line of lines) {
    const known = best.get(line.id);
    if (!known || (known.translation.locale !== locale && line.translation.locale === locale)) {
      best.set(line.id, line);
    }
  }
  return [...best.values()].sort((one, other) => other.translation.updatedAt.localeCompare(one.translation.updatedAt));
}
