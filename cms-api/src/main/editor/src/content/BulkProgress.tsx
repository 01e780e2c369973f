import { useQueries, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { api, read, type Schemas } from "../api/client";
import type { Site } from "../app/site";
import { announce } from "../kit/announce";
import { Notice, Refusal } from "../kit/Bits";
import { Button } from "../kit/Button";
import { Pages } from "../kit/Pages";
import { EntryLink } from "./EntryLink";
import { useSay } from "./words";

type Bulk = Schemas["BulkView"];

/** How far the jobs are, then what became of the items. Whoever closes it lets them go on. */
export function BulkProgress({
  site,
  jobs,
  onUndo,
  onClose,
}: {
  site: Site;
  jobs: readonly Bulk[];
  onUndo: () => void;
  onClose: () => void;
}) {
  const say = useSay();
  const client = useQueryClient();
  const asked = useQueries({
    queries: jobs.map((job) => ({
      queryKey: ["bulk", site.id, job.id],
      initialData: job,
      staleTime: 0,
      queryFn: () =>
        read(
          api.GET("/manage/v1/sites/{site}/bulk-changes/{job}", { params: { path: { site: site.id, job: job.id } } }),
        ),
      refetchInterval: (query: { state: { data?: Bulk } }) => (query.state.data?.endedAt ? false : 700),
    })),
  });
  const now = asked.map((query, index) => query.data ?? jobs[index]).filter((job) => job !== undefined);
  const sum = (count: (job: Bulk) => number) => now.reduce((before, job) => before + count(job), 0);
  const total = sum((job) => job.total);
  const changed = sum((job) => job.changed);
  const refused = sum((job) => job.refused);
  const unchanged = sum((job) => job.unchanged);
  const isEnded = now.every((job) => job.endedAt);
  const isUndo = now.some((job) => job.undoes);
  const failure = asked.find((query) => query.isError)?.error;

  const wasEnded = useRef(false);
  useEffect(() => {
    if (isEnded && !wasEnded.current) {
      wasEnded.current = true;
      announce(say("bulk.ended", { changed, unchanged, refused }));
      void client.invalidateQueries({ queryKey: ["entries", site.id] });
    }
  }, [isEnded, changed, unchanged, refused, client, site.id, say]);

  return (
    <div className="stack">
      {failure && <Refusal problem={failure} />}
      {!isEnded && (
        <>
          <progress
            className="progress"
            max={total || 1}
            value={total - sum((job) => job.waiting)}
            aria-label={say("bulk.progress")}
          />
          <p>{say("bulk.running", { done: total - sum((job) => job.waiting), total })}</p>
        </>
      )}
      {isEnded && (
        <Notice tone={refused > 0 ? "warning" : "good"}>
          <p>{say(isUndo ? "bulk.undone" : "bulk.ended", { changed, unchanged, refused })}</p>
        </Notice>
      )}
      {isEnded && refused > 0 && now.map((job) => <Refused key={job.id} site={site} job={job} />)}
      <div className="actions end">
        {!isEnded && (
          <Button
            onPress={() => {
              for (const job of now) {
                void api.DELETE("/manage/v1/sites/{site}/jobs/{job}", {
                  params: { path: { site: site.id, job: job.id } },
                });
              }
            }}
          >
            {say("bulk.stop")}
          </Button>
        )}
        {isEnded && !isUndo && changed > 0 && <Button onPress={onUndo}>{say("bulk.undo")}</Button>}
        <Button look="primary" onPress={onClose}>
          {say(isEnded ? "close" : "bulk.goOn")}
        </Button>
      </div>
    </div>
  );
}

function Refused({ site, job }: { site: Site; job: Bulk }) {
  return (
    <Pages
      name={["bulk-refused", job.id]}
      empty={null}
      fetch={(cursor) =>
        read(
          api.GET("/manage/v1/sites/{site}/bulk-changes/{job}/items", {
            params: {
              path: { site: site.id, job: job.id },
              query: { outcome: "refused", cursor: cursor === undefined ? undefined : Number(cursor), pageSize: 20 },
            },
          }),
        )
      }
    >
      {(items) => (
        <ul className="content-refused">
          {items.map((item) => (
            <li key={item.number}>
              <EntryLink site={site} entry={item.entry} locale={item.locale} />
              {": "}
              {item.detail}
            </li>
          ))}
        </ul>
      )}
    </Pages>
  );
}
