import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, readTagged, type Schemas } from "../api/client";
import { Problem } from "../api/problem";
import { useSession } from "../api/session";
import { Refusal, Shapes, State } from "../kit/Bits";
import { Button } from "../kit/Button";
import { Select, TextInput } from "../kit/Field";
import { tell } from "../kit/toasts";
import { inFull } from "../words/dates";
import { inLanguage, useLanguage } from "../words/language";
import type { PanelProps } from "../writing/door";
import { useWorkflow } from "./useWorkflow";
import { useSay } from "./words";

interface Tagged {
  task: Schemas["Task"] | undefined;
  tag: string;
}

/** Whose turn it is, and until when. */
export function TaskOf(props: PanelProps) {
  const { site, entry, locale, draft } = props;
  const say = useSay();
  const language = useLanguage();
  const task = useQuery({
    queryKey: ["task", site.id, entry, locale, draft.revision],
    placeholderData: (before) => before,
    queryFn: async (): Promise<Tagged> => {
      try {
        const { data, tag } = await readTagged(
          api.GET("/manage/v1/sites/{site}/entries/{entry}/translations/{locale}/task", {
            params: { path: { site: site.id, entry, locale } },
          }),
        );
        return { task: data, tag };
      } catch (problem) {
        if (problem instanceof Problem && problem.status === 404) {
          return { task: undefined, tag: "*" };
        }
        throw problem;
      }
    },
  });
  const [isChanging, setChanging] = useState(false);
  if (task.isPending) {
    return <Shapes rows={2} />;
  }
  if (task.isError) {
    return <Refusal problem={task.error} onRetry={() => task.refetch()} />;
  }
  const { task: current } = task.data;
  return (
    <section className="stack tight">
      <h2>{say("task")}</h2>
      {current ? (
        <p className="row">
          <State tone={current.overdue ? "danger" : "accent"}>{inLanguage(current.stateName, language)}</State>
          <span>{current.assignee ? say("task.of", { name: current.assignee.name }) : say("task.ofAll")}</span>
          {current.deadline && (
            <span>
              {say(current.overdue ? "task.overdue" : "task.until", { time: inFull(current.deadline, site.timeZone) })}
            </span>
          )}
        </p>
      ) : (
        <p className="soft">{say("task.none")}</p>
      )}
      {isChanging ? (
        <Assign {...props} tagged={task.data} onDone={() => setChanging(false)} />
      ) : (
        <div>
          <Button onPress={() => setChanging(true)}>{say(current ? "task.change" : "task.give")}</Button>
        </div>
      )}
    </section>
  );
}

function Assign({ tagged, onDone, ...props }: PanelProps & { tagged: Tagged; onDone: () => void }) {
  const { site, entry, locale } = props;
  const say = useSay();
  const client = useQueryClient();
  const session = useSession();
  const workflow = useWorkflow(props);
  const [assignee, setAssignee] = useState(tagged.task?.assignee?.person ?? "");
  const [deadline, setDeadline] = useState(tagged.task?.siteTime?.slice(0, 16) ?? "");
  const [problem, setProblem] = useState<unknown>();
  const people = new Map(
    (workflow.data?.transitions ?? []).flatMap((way) => way.people ?? []).map((one) => [one.person, one.name]),
  );
  if (session.state === "in" || session.state === "over") {
    people.set(session.me.person, say("task.me", { name: session.me.name }));
  }
  if (tagged.task?.assignee && !people.has(tagged.task.assignee.person)) {
    people.set(tagged.task.assignee.person, tagged.task.assignee.name);
  }

  async function assign() {
    setProblem(undefined);
    try {
      await api.PUT("/manage/v1/sites/{site}/entries/{entry}/translations/{locale}/task", {
        params: { path: { site: site.id, entry, locale }, header: { "If-Match": tagged.tag } },
        body: { assignee: assignee || undefined, deadline: deadline || undefined },
      });
    } catch (error) {
      setProblem(error);
      return;
    }
    await Promise.all(["task", "tasks"].map((name) => client.invalidateQueries({ queryKey: [name] })));
    tell(say("task.done"));
    onDone();
  }

  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void assign();
      }}
    >
      <Select
        label={say("task.who")}
        value={assignee}
        onChange={setAssignee}
        choices={[
          { value: "", label: say("task.anybody") },
          ...[...people].map(([value, label]) => ({ value, label })),
        ]}
      />
      <TextInput
        type="datetime-local"
        label={say("task.deadline")}
        hint={say("task.clock", { clock: site.timeZone })}
        value={deadline}
        onChange={setDeadline}
      />
      {problem !== undefined && <Refusal problem={problem} />}
      <div className="actions">
        <Button type="submit">{say("task.do")}</Button>
        <Button onPress={onDone}>{say("cancel")}</Button>
      </div>
    </form>
  );
}
