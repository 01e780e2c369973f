import type { Schemas } from "../api/client";

/** A translation that uses a file, in its draft, in what visitors see, or both. */
export interface Place {
  entry: string;
  locale: string;
  title: string;
  isPublished: boolean;
  /** Of its page; absent if it has none. */
  path?: string;
}

/** Each translation once, those that visitors see first. */
export function placesOf(uses: Pick<Schemas["AssetUses"], "drafts" | "published">): Place[] {
  const places = new Map<string, Place>();
  for (const { entry, locale, title, path } of uses.published) {
    places.set(`${entry} ${locale}`, { entry, locale, title, isPublished: true, path: path || undefined });
  }
  for (const { entry, locale, title } of uses.drafts) {
    const key = `${entry} ${locale}`;
    if (!places.has(key)) {
      places.set(key, { entry, locale, title, isPublished: false });
    }
  }
  return [...places.values()];
}
