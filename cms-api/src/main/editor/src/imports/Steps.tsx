import { useSay } from "./words";

const STEPS = ["archive", "mapping", "import", "report"] as const;

export type Step = (typeof STEPS)[number];

/** Where one is on the way from an archive to a report. */
export function Steps({ at }: { at: Step }) {
  const say = useSay();
  return (
    <ol className="imports-steps" aria-label={say("steps")}>
      {STEPS.map((step) => (
        <li key={step} aria-current={step === at ? "step" : undefined}>
          {say(`step.${step}`)}
        </li>
      ))}
    </ol>
  );
}
