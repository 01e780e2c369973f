import { type Progress, sendBytes } from "../api/sendBytes";
import type { Site } from "../app/site";
import type { Asset } from "./asset";

export interface Sending extends Progress {
  /** The same key again is answered with what the first one made: a retry never stores a file twice. */
  key: string;
}

/** What the server refuses if it is larger, in bytes. */
export const LARGEST = 100 * 1024 * 1024;

/** Stores a file. @throws Problem if it was refused, or nobody could be reached */
export function sendFile(site: Site, file: File, { key, ...progress }: Sending): Promise<Asset> {
  const address = `/manage/v1/sites/${site.id}/assets?file=${encodeURIComponent(file.name)}`;
  return sendBytes<Asset>("POST", address, file, { headers: { "Idempotency-Key": key }, ...progress });
}
