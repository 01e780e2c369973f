import { useEffect, useState } from "react";
import { api } from "../api/client";
import type { Site } from "../app/site";
import { useAct } from "../kit/act";
import { announce } from "../kit/announce";
import { Notice, Refusal } from "../kit/Bits";
import { Button } from "../kit/Button";
import { Confirm } from "../kit/Dialog";
import { isOver, type Job, jobOf, jobsOf } from "./job";
import { useSay } from "./words";

/** How far a job is, in words and as a bar, with the way to stop it; why it failed if it did. */
export function JobProgress({ site, job }: { site: Site; job: Job }) {
  const say = useSay();
  const stopping = useAct(jobOf(site, job.id), jobsOf(site));
  const [isAsked, setAsked] = useState(false);
  const [wasOpen] = useState(!isOver(job));
  useEffect(() => {
    if (wasOpen && job.endedAt) {
      announce(say(`ended.${job.state}`));
    }
  }, [wasOpen, job.endedAt, job.state, say]);

  if (job.state === "failed") {
    return (
      <Notice tone="danger">
        <p>{say("ended.failed")}</p>
        {job.failure && <p>{job.failure}</p>}
      </Notice>
    );
  }
  if (isOver(job)) {
    return job.state === "cancelled" ? (
      <Notice tone="warning">
        <p>{say("ended.cancelled")}</p>
      </Notice>
    ) : null;
  }
  return (
    <section className="jobs-progress" aria-label={say("progress")}>
      <p>
        {job.state === "waiting"
          ? say("waiting")
          : job.total > 0
            ? say("progress.of", { done: job.done, total: job.total })
            : say("progress.begins")}
      </p>
      <progress
        className="progress"
        aria-label={say("progress")}
        {...(job.total > 0 ? { max: job.total, value: job.done } : {})}
      />
      <div className="actions">
        <Button isDisabled={stopping.isBusy} onPress={() => setAsked(true)}>
          {say("stop")}
        </Button>
        <span className="soft small">{say("leave")}</span>
      </div>
      {stopping.problem !== undefined && <Refusal problem={stopping.problem} />}
      {isAsked && (
        <Confirm
          title={say("stop.title")}
          act={say("stop")}
          onAct={() =>
            void stopping.perform(
              () =>
                api.DELETE("/manage/v1/sites/{site}/jobs/{job}", { params: { path: { site: site.id, job: job.id } } }),
              say("stop.asked"),
            )
          }
          onClose={() => setAsked(false)}
        >
          <p>{say("stop.text")}</p>
        </Confirm>
      )}
    </section>
  );
}
