import type { Schemas } from "../api/client";
import { type Progress, sendBytes } from "../api/sendBytes";
import type { Site } from "../app/site";
import { type Options, queryOf } from "./options";

/** Archives that were chosen, by site: a dry run is followed by another one, and by the import, of the same. Gone after a reload. */
const chosen = new Map<string, File>();

export function archiveOf(site: Site): File | undefined {
  return chosen.get(site.id);
}

export function choose(site: Site, archive: File): void {
  chosen.set(site.id, archive);
}

/** Sends an archive; the job that reads it goes on by itself. */
export function startImport(
  site: Site,
  archive: File,
  options: Options,
  dryRun: boolean,
  progress: Progress,
): Promise<Schemas["JobView"]> {
  // Browsers call a zip by several names; the API by one.
  const zip = archive.slice(0, archive.size, "application/zip");
  return sendBytes("POST", `/manage/v1/sites/${site.id}/imports?${queryOf(options, dryRun)}`, zip, progress);
}
