import { Refusal, Shapes } from "../kit/Bits";
import { short } from "../words/dates";
import { inLanguage, useLanguage } from "../words/language";
import type { PanelProps } from "../writing/door";
import { useWorkflow } from "./useWorkflow";
import { useSay } from "./words";

/** The steps that a text made in its workflow, newest first. */
export function Steps(props: PanelProps) {
  const say = useSay();
  const language = useLanguage();
  const workflow = useWorkflow(props);
  if (workflow.isPending) {
    return <Shapes rows={2} />;
  }
  if (workflow.isError) {
    return <Refusal problem={workflow.error} onRetry={() => workflow.refetch()} />;
  }
  const { steps = [], transitions = [], lapsed } = workflow.data;
  const name = (key: string) => inLanguage(transitions.find((way) => way.transition === key)?.name, language, key);
  return (
    <section className="stack tight">
      <h2>{say("steps")}</h2>
      {lapsed && <p className="soft">{say("lapsed", { step: name(lapsed.transition) })}</p>}
      {steps.length === 0 && <p className="soft">{say("steps.none")}</p>}
      <ol className="review-steps">
        {steps.map((step) => (
          <li key={`${step.at} ${step.transition}`}>
            <strong>{name(step.transition)}</strong>
            <span className="soft small">
              {step.name ?? say("installation")} · {short(step.at, props.site.timeZone)}
            </span>
            {step.words && <blockquote>{step.words}</blockquote>}
          </li>
        ))}
      </ol>
    </section>
  );
}
