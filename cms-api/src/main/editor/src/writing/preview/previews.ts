import { api, read } from "../../api/client";
import type { Site } from "../../app/site";

/** What a preview shows: drafts as they are now, or at a time or with a release. */
export interface Shown {
  audience: string;
  at?: string;
  release?: string;
}

/** A preview of the editor's own, to be shown in a frame. */
interface Framed {
  frame: string;
  expiresAt: string;
}

const HOURS = 4;

/** Where the preview is framed: one of this tab that is not over yet, else a new one. */
export async function frameOf(site: Site, shown: Shown, name: string): Promise<string> {
  const key = `plein.preview ${site.id} ${JSON.stringify(shown)}`;
  const known = JSON.parse(sessionStorage.getItem(key) ?? "null") as Framed | null;
  const soon = Date.now() + 10 * 60_000;
  if (known && new Date(known.expiresAt).getTime() > soon) {
    return known.frame;
  }
  const expiresAt = new Date(Date.now() + HOURS * 3_600_000).toISOString();
  const made = await read(
    api.POST("/manage/v1/sites/{site}/previews", {
      params: { path: { site: site.id } },
      body: { name, ...shown, expiresAt },
    }),
  );
  const frame = made.frame ?? "";
  sessionStorage.setItem(key, JSON.stringify({ frame, expiresAt } satisfies Framed));
  return frame;
}

/** Those that a preview may be seen by, as far as the site tells: the server decides which of them one belongs to. */
export async function audiencesOf(site: Site): Promise<string[]> {
  const parts = await read(api.GET("/manage/v1/sites/{site}/parts", { params: { path: { site: site.id } } }));
  const groups = parts.items.filter((part) => part.kind === "group").map((part) => `group:${part.key}`);
  const setting = parts.items.find((part) => part.kind === "setting" && part.key === "site")?.value;
  const own = (setting as { audiences?: string[] } | undefined)?.audiences;
  return [...(own ?? ["everyone"]), ...groups];
}
