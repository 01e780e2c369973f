import type { Schemas } from "../api/client";
import { sendBytes } from "../api/sendBytes";
import type { Site } from "../app/site";
import type { Asset } from "./asset";

/**
 * Gives a file other bytes, in place: everything that shows it shows these from then on.
 *
 * @param tag of the file as it was seen: a replacement that somebody else made meanwhile is not overwritten
 */
export function replaceFile(
  site: Site,
  asset: Asset,
  tag: string,
  file: File,
  onProgress: (part: number) => void,
): Promise<Schemas["AssetReplaced"]> {
  return sendBytes("PUT", `/manage/v1/sites/${site.id}/assets/${asset.id}/file`, file, {
    headers: { "If-Match": tag },
    onProgress: (sent, all) => onProgress(all > 0 ? sent / all : 0),
  });
}
