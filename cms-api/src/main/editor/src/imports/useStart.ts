import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import type { Site } from "../app/site";
import { jobsOf } from "../jobs/door";
import { useAct } from "../kit/act";
import { type Options, queryOf } from "./options";
import { choose, startImport } from "./startImport";

/** Starts a dry run or an import, and leads to where it is followed. */
export function useStart(site: Site) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const doing = useAct();
  /** From 0 to 1, while the archive is on its way. */
  const [sent, setSent] = useState<number>();
  async function start(archive: File, options: Options, dryRun: boolean) {
    choose(site, archive);
    await doing.perform(async () => {
      const job = await startImport(site, archive, options, dryRun, {
        onProgress: (bytes, all) => setSent(all > 0 ? bytes / all : 0),
      });
      void queries.invalidateQueries({ queryKey: jobsOf(site) });
      void navigate(`/sites/${site.id}/imports/${job.id}?${queryOf(options, false)}`);
    });
    setSent(undefined);
  }
  return { start, sent, doing };
}
