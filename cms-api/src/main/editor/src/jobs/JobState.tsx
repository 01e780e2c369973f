import { State, type Tone } from "../kit/Bits";
import type { Job } from "./job";
import { useSay } from "./words";

const TONES: Record<Job["state"], Tone> = {
  waiting: "plain",
  running: "accent",
  done: "good",
  failed: "danger",
  cancelled: "warm",
};

export function JobState({ job }: { job: Job }) {
  const say = useSay();
  return <State tone={TONES[job.state]}>{say(`state.${job.state}`)}</State>;
}
