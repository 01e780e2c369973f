import { api, read, type Schemas } from "../api/client";
import type { Site } from "../app/site";

/** A file, what is said about it, and where it is served. */
export type Asset = Schemas["AssetView"];

export type Kind = Asset["kind"];

export interface Wanted {
  kind?: Kind;
  text?: string;
  unused?: boolean;
  order?: "newest" | "oldest";
}

/** The name of the queries of a site's files: what changes one has them read again. */
export function filesOf(site: Site): readonly unknown[] {
  return ["files", site.id];
}

export function fileOf(site: Site, asset: string): readonly unknown[] {
  return ["file", site.id, asset];
}

/** A page of the files that are wanted, newest first unless they want another order. */
export function fetchFiles(site: Site, wanted: Wanted, cursor: string | undefined, pageSize = 40) {
  return read(
    api.GET("/manage/v1/sites/{site}/assets", {
      params: {
        path: { site: site.id },
        query: {
          kind: wanted.kind,
          text: wanted.text || undefined,
          unused: wanted.unused || undefined,
          order: wanted.order ?? "newest",
          cursor,
          pageSize,
        },
      },
    }),
  );
}

/** Sizes in which a picture is asked for; others are not made. */
export interface Cut {
  width: 160 | 320 | 480 | 640 | 960 | 1280;
  height?: number;
}

/**
 * The address of a file's bytes, also of one that nothing published shows; with `cut` of a picture in that size.
 *
 * @param number which of its files: the one that it is now unless given
 */
export function bytesOf(site: Site, asset: Asset, cut?: Cut, number = asset.fileNumber): string {
  const query = new URLSearchParams();
  if (cut) {
    query.set("width", String(cut.width));
    if (cut.height) {
      query.set("height", String(cut.height));
    }
  }
  const asked = query.size > 0 ? `?${query}` : "";
  return `/manage/v1/sites/${site.id}/assets/${asset.id}/files/${number}${asked}`;
}

/** What people call it: its title, or the name of the file. */
export function nameOf(asset: Asset): string {
  return asset.title ?? asset.file;
}
