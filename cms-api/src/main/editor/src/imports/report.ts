import type { Job } from "../jobs/door";
import type { Mapping } from "./mappings";

/** What an import counts; a dry run says what it would count. */
export interface Report {
  dryRun?: boolean;
  created?: number;
  updated?: number;
  unchanged?: number;
  skipped?: number;
  failed?: number;
  drafts?: number;
  archived?: number;
  authors?: number;
  tags?: number;
  attachments?: number;
  storedAttachments?: number;
  comments?: number;
  published?: number;
  redirects?: number;
  missingLinks?: number;
  notes?: string[];
  omittedNotes?: number;
  mapping?: Mapping;
}

export function reportOf(job: Job): Report | undefined {
  return (job.report as Report | null | undefined) ?? undefined;
}
