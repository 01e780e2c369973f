import { useInfiniteQuery } from "@tanstack/react-query";
import { Activity } from "lucide-react";
import { Link } from "react-router";
import { api, nextCursor, read } from "../api/client";
import { may, useSite } from "../app/site";
import { useTitle } from "../app/title";
import { Empty, PageHead, Refusal, Shapes } from "../kit/Bits";
import { Button } from "../kit/Button";
import { useSay as useKitSay } from "../kit/words";
import { ago, inFull } from "../words/dates";
import { addressOf } from "./address";
import { ExportSite } from "./ExportSite";
import { JobState } from "./JobState";
import { isOver, jobsOf } from "./job";
import { useSay } from "./words";
import "./jobs.css";

const EACH = 2_000;

/** The long work of a site, newest first; what runs is asked again by itself. */
export default function Jobs() {
  const site = useSite();
  const say = useSay();
  const kit = useKitSay();
  useTitle(say("title"));
  const jobs = useInfiniteQuery({
    queryKey: jobsOf(site),
    queryFn: ({ pageParam }) =>
      read(
        api.GET("/manage/v1/sites/{site}/jobs", {
          params: { path: { site: site.id }, query: { cursor: pageParam } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: nextCursor,
    refetchInterval: (query) =>
      query.state.data?.pages.some((page) => page.items.some((job) => !isOver(job))) ? EACH : false,
  });
  const all = jobs.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="page">
      <PageHead title={say("title")} lead={say("lead")}>
        {may(site, "site.manage") && may(site, "history.read") && <ExportSite site={site} />}
      </PageHead>
      {jobs.isPending && <Shapes />}
      {jobs.isError && <Refusal problem={jobs.error} onRetry={() => jobs.refetch()} />}
      {jobs.isSuccess && all.length === 0 && (
        <Empty icon={<Activity size={32} strokeWidth={1.5} aria-hidden />} title={say("empty.title")}>
          <p>{say("empty.text")}</p>
        </Empty>
      )}
      {all.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
        <section className="table-frame" aria-label={say("title")} tabIndex={0}>
          <table className="table jobs-table">
            <thead>
              <tr>
                <th scope="col">{say("table.work")}</th>
                <th scope="col">{say("table.state")}</th>
                <th scope="col">{say("table.progress")}</th>
                <th scope="col">{say("table.begun")}</th>
              </tr>
            </thead>
            <tbody>
              {all.map((job) => (
                <tr key={job.id}>
                  <td>
                    <Link to={addressOf(site, job)}>{say(`kind.${job.kind}`)}</Link>
                  </td>
                  <td>
                    <JobState job={job} />
                  </td>
                  <td>{job.total > 0 && say("progress.of", { done: job.done, total: job.total })}</td>
                  <td>
                    <time dateTime={job.createdAt} title={inFull(job.createdAt, site.timeZone)}>
                      {ago(job.createdAt)}
                    </time>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {jobs.hasNextPage && (
        <div>
          <Button isDisabled={jobs.isFetchingNextPage} onPress={() => jobs.fetchNextPage()}>
            {kit("more")}
          </Button>
        </div>
      )}
    </div>
  );
}
