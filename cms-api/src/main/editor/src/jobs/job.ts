import { useQuery } from "@tanstack/react-query";
import { api, read, type Schemas } from "../api/client";
import type { Site } from "../app/site";

export type Job = Schemas["JobView"];

const EACH = 1_000;

/** The name of the queries of a site's jobs. */
export function jobsOf(site: Site): readonly unknown[] {
  return ["jobs", site.id];
}

export function jobOf(site: Site, job: string): readonly unknown[] {
  return ["job", site.id, job];
}

/** Whether nothing more comes of it. */
export function isOver(job: Job): boolean {
  return Boolean(job.endedAt);
}

/** A job with its log and report; asked again every second until it has ended. */
export function useJob(site: Site, job: string) {
  return useQuery({
    queryKey: jobOf(site, job),
    queryFn: () => read(api.GET("/manage/v1/sites/{site}/jobs/{job}", { params: { path: { site: site.id, job } } })),
    refetchInterval: (query) => (query.state.data && isOver(query.state.data) ? false : EACH),
    staleTime: 0,
  });
}
