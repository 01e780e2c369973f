import { useState } from "react";
import { api, type Schemas } from "../api/client";
import { may, type Site } from "../app/site";
import { useTypeName } from "../content/door";
import { useAct } from "../kit/act";
import { Refusal } from "../kit/Bits";
import { Confirm } from "../kit/Dialog";
import { Table } from "../kit/Table";
import { inLanguage, useLanguage } from "../words/language";
import { useSay } from "./words";

type Choice = Schemas["WorkflowChoice"];

/** Which workflow the entries of each type follow. */
export function TypeChoices({
  site,
  workflows,
  choices,
}: {
  site: Site;
  workflows: Schemas["WorkflowDefinition"][];
  choices: Choice[];
}) {
  const say = useSay();
  const language = useLanguage();
  const typeName = useTypeName(site);
  const doing = useAct(["workflow-choices", site.id]);
  const [wanted, setWanted] = useState<{ before: Choice; workflow: string }>();
  const named = (key: string) =>
    inLanguage(workflows.find((workflow) => workflow.workflow === key)?.name, language, key);

  const choose = ({ before, workflow }: NonNullable<typeof wanted>) =>
    doing.perform(
      () =>
        api.PUT("/manage/v1/sites/{site}/workflow-choices/{type}", {
          params: { path: { site: site.id, type: before.type }, header: { "If-Match": `"${before.workflow}"` } },
          body: { workflow },
        }),
      say("chosen", { type: typeName(before.type), workflow: named(workflow) }),
    );

  return (
    <section className="stack workflows-types" aria-labelledby="workflows-types">
      <h2 id="workflows-types">{say("types")}</h2>
      {doing.problem !== undefined && <Refusal problem={doing.problem} />}
      <Table
        label={say("types")}
        columns={[
          { key: "type", label: say("type") },
          { key: "workflow", label: say("workflow") },
        ]}
      >
        {choices.map((choice) => (
          <tr key={choice.type}>
            <th scope="row">{typeName(choice.type)}</th>
            <td>
              {may(site, "site.manage") ? (
                <select
                  className="input"
                  aria-label={say("choose", { type: typeName(choice.type) })}
                  value={choice.workflow}
                  onChange={(event) => setWanted({ before: choice, workflow: event.target.value })}
                >
                  {workflows.map((workflow) => (
                    <option key={workflow.workflow} value={workflow.workflow}>
                      {named(workflow.workflow)}
                    </option>
                  ))}
                </select>
              ) : (
                named(choice.workflow)
              )}
            </td>
          </tr>
        ))}
      </Table>
      {wanted && (
        <Confirm
          title={say("sure.title", { type: typeName(wanted.before.type), workflow: named(wanted.workflow) })}
          act={say("sure.do")}
          onAct={() => void choose(wanted)}
          onClose={() => setWanted(undefined)}
        >
          <p>{say("sure.text")}</p>
        </Confirm>
      )}
    </section>
  );
}
