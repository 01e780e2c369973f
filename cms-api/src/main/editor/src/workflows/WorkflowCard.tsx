import { ArrowRight } from "lucide-react";
import type { Schemas } from "../api/client";
import { State } from "../kit/Bits";
import { useRoleName } from "../people/door";
import { inLanguage, useLanguage } from "../words/language";
import { useGateName } from "./gates";
import { useSay } from "./words";

type Definition = Schemas["WorkflowDefinition"];
type Transition = Definition["transitions"][number];

/** A workflow as a diagram in words: each state, and the steps that lead out of it. */
export function WorkflowCard({ workflow, used }: { workflow: Definition; used: number }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <article className="workflows-card">
      <h3>{inLanguage(workflow.name, language, workflow.workflow)}</h3>
      <p className="soft">{say("used", { count: used })}</p>
      <ol>
        {workflow.states.map((state) => (
          <li key={state.state}>
            <State>{inLanguage(state.name, language, state.state)}</State>
            {state.coversText && <p className="soft small">{say("covers")}</p>}
            <ul>
              {workflow.transitions
                .filter((transition) => transition.from.includes(state.state))
                .map((transition) => (
                  <Step key={transition.transition} workflow={workflow} transition={transition} />
                ))}
            </ul>
          </li>
        ))}
      </ol>
    </article>
  );
}

function Step({ workflow, transition }: { workflow: Definition; transition: Transition }) {
  const say = useSay();
  const language = useLanguage();
  const roleName = useRoleName();
  const gateName = useGateName();
  const list = new Intl.ListFormat(language, { type: "disjunction" });
  const to = workflow.states.find((state) => state.state === transition.to);
  const stops = transition.gates.filter((gate) => gate.severity === "error").map((gate) => gateName(gate.gate));
  const warns = transition.gates.filter((gate) => gate.severity === "warning").map((gate) => gateName(gate.gate));
  return (
    <li>
      <p>
        <strong>{inLanguage(transition.name, language, transition.transition)}</strong>{" "}
        <span className="workflows-to">
          <ArrowRight size={16} strokeWidth={1.5} aria-hidden />
          {transition.publishes ? say("live") : inLanguage(to?.name, language, transition.to)}
        </span>
      </p>
      <p className="soft">
        {say("who", { roles: list.format(transition.roles.map((role) => roleName(role).toLowerCase())) })}
      </p>
      {stops.length > 0 && <p className="soft">{say("stops", { gates: stops.join(", ") })}</p>}
      {warns.length > 0 && <p className="soft">{say("warns", { gates: warns.join(", ") })}</p>}
    </li>
  );
}
