import type { Site } from "../app/site";
import type { Job } from "./job";

/** Where one follows a job: an import has a screen of its own, which goes on after a dry run. */
export function addressOf(site: Site, job: Job): string {
  return `/sites/${site.id}/${job.kind === "import-markdown" ? "imports" : "jobs"}/${job.id}`;
}
