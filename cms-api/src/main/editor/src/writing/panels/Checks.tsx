import { CircleCheck } from "lucide-react";
import type { Schemas } from "../../api/client";
import { Empty, Refusal, Shapes, State } from "../../kit/Bits";
import { Button } from "../../kit/Button";
import { inLanguage, useLanguage } from "../../words/language";
import { useDesk } from "../desk";
import type { PanelProps } from "../door";
import { useSay } from "../words";
import { fieldName } from "./fieldName";
import { useFindings, useObstacles } from "./findings";

type Finding = Schemas["CheckItem"];
/** What a finding says, whoever found it. */
type Words = Pick<Finding, "pointer" | "code" | "severity" | "message">;

/** What can be better, by the gate that found it; each finding says how to mend it and leads to its place. */
export default function Checks(panel: PanelProps) {
  const say = useSay();
  const findings = useFindings(panel);
  if (findings.isPending) {
    return <Shapes />;
  }
  if (findings.isError && !findings.data) {
    return <Refusal problem={findings.error} onRetry={() => findings.refetch()} />;
  }
  const items = findings.data?.items ?? [];
  const gates = [...new Set(items.map((item) => item.gate))];
  return (
    <div className="stack">
      <h2>{say("panel.checks")}</h2>
      <p className="soft small">{say("checks.lead")}</p>
      {items.length === 0 && (
        <Empty icon={<CircleCheck size={32} strokeWidth={1.5} aria-hidden />} title={say("checks.fine")}>
          <p>{say("checks.fineText")}</p>
        </Empty>
      )}
      {gates.map((gate) => (
        <section className="stack tight" key={gate}>
          <h3>{gateName(gate, say)}</h3>
          <ul className="writing-findings">
            {items
              .filter((item) => item.gate === gate)
              .map((item, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two findings may be the same word for word
                <OneFinding key={`${item.pointer} ${item.code} ${index}`} item={item} panel={panel} />
              ))}
          </ul>
        </section>
      ))}
      <Obstacles panel={panel} known={items} />
    </div>
  );
}

/** What else stands in the way of the next steps, step by step. */
function Obstacles({ panel, known }: { panel: PanelProps; known: Finding[] }) {
  const say = useSay();
  const language = useLanguage();
  const workflow = useObstacles(panel);
  const isKnown = (one: Words) =>
    known.some((item) => item.code === one.code && item.pointer === one.pointer && item.message.nl === one.message.nl);
  const steps = (workflow.data?.transitions ?? [])
    .map((step) => ({ step, findings: (step.findings ?? []).filter((one) => !isKnown(one)) }))
    .filter(({ findings }) => findings.length > 0);
  return steps.map(({ step, findings }) => (
    <section className="stack tight" key={step.transition}>
      <h3>{say("checks.step", { step: inLanguage(step.name, language, step.transition) })}</h3>
      <ul className="writing-findings">
        {findings.map((one) => (
          <OneFinding key={`${one.pointer} ${one.code}`} item={one} panel={panel} />
        ))}
      </ul>
    </section>
  ));
}

function OneFinding({ item, panel }: { item: Words; panel: PanelProps }) {
  const say = useSay();
  const language = useLanguage();
  const { draft, types } = useDesk();
  const field = fieldName(item.pointer, draft.snapshot().fields, types, language);
  return (
    <li className="writing-finding">
      <State tone={item.severity === "error" ? "danger" : "warm"}>
        {say(item.severity === "error" ? "checks.error" : "checks.warning")}
      </State>
      <p>{inLanguage(item.message, language)}</p>
      {item.pointer && <Button onPress={() => panel.focusField(item.pointer)}>{say("checks.field", { field })}</Button>}
    </li>
  );
}

const KNOWN = ["accessibility", "four-eyes", "personal-data", "plain-language", "references", "schema"] as const;

function gateName(gate: string, say: ReturnType<typeof useSay>): string {
  const known = KNOWN.find((one) => one === gate);
  return known ? say(`checks.gate.${known}`) : gate;
}
