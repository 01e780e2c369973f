import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { api, read } from "../api/client";
import type { Site } from "../app/site";
import { isOver } from "../jobs/door";
import { announce } from "../kit/announce";
import { Notice, Refusal } from "../kit/Bits";
import { useSay } from "./words";

const EACH = 1_000;

/** How far the texts of a type are carried over into its changed fields, from the moment that it was changed here. */
export function Migration({ site, type }: { site: Site; type: string }) {
  const say = useSay();
  const queries = useQueryClient();
  const job = queries.getQueryData<string>(["migration", site.agency, type]);
  const asked = useQuery({
    queryKey: ["migration", site.agency, type, job],
    enabled: job !== undefined,
    queryFn: () =>
      read(
        api.GET("/manage/v1/agencies/{agency}/migrations/{migration}", {
          params: { path: { agency: site.agency, migration: job ?? "" } },
        }),
      ),
    refetchInterval: (query) => (query.state.data && isOver(query.state.data) ? false : EACH),
  });
  const state = asked.data?.state;
  useEffect(() => {
    if (state === "done") {
      announce(say("migration.done"));
    }
  }, [state, say]);
  if (!job || asked.isPending) {
    return null;
  }
  if (asked.isError) {
    return <Refusal problem={asked.error} onRetry={() => asked.refetch()} />;
  }
  const { done, total, failure } = asked.data;
  if (state === "failed") {
    return (
      <Notice tone="danger">
        <p>{say("migration.failed")}</p>
        <p>{failure}</p>
      </Notice>
    );
  }
  return (
    <Notice tone={state === "done" ? "good" : "plain"}>
      <p>{state === "done" ? say("migration.done") : say("migration.of", { done, total })}</p>
      {state !== "done" && (
        <progress
          className="progress"
          aria-label={say("migration")}
          {...(total > 0 ? { max: total, value: done } : {})}
        />
      )}
    </Notice>
  );
}
