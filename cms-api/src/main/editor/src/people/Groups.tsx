import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, read } from "../api/client";
import { may, type Site } from "../app/site";
import { useAct } from "../kit/act";
import { Refusal, Shapes } from "../kit/Bits";
import { Button } from "../kit/Button";
import { Confirm } from "../kit/Dialog";
import { RowMenu, Table } from "../kit/Table";
import { day } from "../words/dates";
import { inLanguage, useLanguage } from "../words/language";
import { AddGroupMember } from "./AddGroupMember";
import { GroupDialog } from "./GroupDialog";
import type { Person } from "./query";
import { useSay } from "./words";

/** The groups of a site with their members. */
export function Groups({ site, people }: { site: Site; people: Person[] }) {
  const say = useSay();
  const language = useLanguage();
  const [isFounding, setFounding] = useState(false);
  const groups = useQuery({
    queryKey: ["parts", site.id, "group"],
    enabled: may(site, "site.manage"),
    queryFn: () =>
      read(api.GET("/manage/v1/sites/{site}/parts", { params: { path: { site: site.id }, query: { kind: "group" } } })),
  });
  if (groups.isError) {
    return <Refusal problem={groups.error} onRetry={() => groups.refetch()} />;
  }
  const all = groups.data?.items ?? [];
  if (!may(site, "site.manage")) {
    return null;
  }
  return (
    <section className="stack">
      <div className="people-group-head">
        <h2>{say("groups")}</h2>
        <Button onPress={() => setFounding(true)}>{say("group.found")}</Button>
      </div>
      <p className="soft">{say("group.text")}</p>
      {all.map((group) => (
        <Group
          key={group.key}
          site={site}
          id={group.key}
          title={inLanguage((group.value as { title?: unknown }).title, language, group.key)}
          people={people}
        />
      ))}
      {isFounding && <GroupDialog site={site} onClose={() => setFounding(false)} />}
    </section>
  );
}

function Group({ site, id, title, people }: { site: Site; id: string; title: string; people: Person[] }) {
  const say = useSay();
  const name = ["group-members", site.id, id] as const;
  const doing = useAct(name);
  const [isAdding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<{ person: string; name: string }>();
  const members = useQuery({
    queryKey: name,
    queryFn: () =>
      read(
        api.GET("/manage/v1/sites/{site}/groups/{group}/members", { params: { path: { site: site.id, group: id } } }),
      ),
  });
  return (
    <section className="stack tight">
      <div className="people-group-head">
        <h3>{title}</h3>
        <Button onPress={() => setAdding(true)}>{say("group.add")}</Button>
      </div>
      {doing.problem !== undefined && <Refusal problem={doing.problem} />}
      {members.isPending && <Shapes rows={2} />}
      {members.isError && <Refusal problem={members.error} onRetry={() => members.refetch()} />}
      {members.data?.items.length === 0 && <p className="soft">{say("group.empty")}</p>}
      {members.data && members.data.items.length > 0 && (
        <Table
          label={say("group", { title })}
          columns={[
            { key: "name", label: say("column.name") },
            { key: "role", label: say("column.role") },
            { key: "since", label: say("column.since") },
            { key: "acts", label: say("column.acts"), isSilent: true },
          ]}
        >
          {members.data.items.map((member) => (
            <tr key={member.person}>
              <th scope="row" className="people-name">
                {member.name}
              </th>
              <td>{say(`group.${member.role}`)}</td>
              <td>{day(member.since)}</td>
              <td className="number">
                <RowMenu
                  name={member.name}
                  items={[
                    {
                      id: "remove",
                      label: say("group.remove"),
                      isDanger: true,
                      onAct: () => setLeaving(member),
                    },
                  ]}
                />
              </td>
            </tr>
          ))}
        </Table>
      )}
      {isAdding && (
        <AddGroupMember site={site} group={id} title={title} people={people} onClose={() => setAdding(false)} />
      )}
      {leaving && (
        <Confirm
          title={say("group.remove.title", { name: leaving.name })}
          act={say("group.remove")}
          onClose={() => setLeaving(undefined)}
          onAct={() =>
            void doing.perform(
              () =>
                api.DELETE("/manage/v1/sites/{site}/groups/{group}/members/{person}", {
                  params: { path: { site: site.id, group: id, person: leaving.person } },
                }),
              say("group.removed", { name: leaving.name }),
            )
          }
        >
          <p>{say("group.remove.text", { name: leaving.name })}</p>
        </Confirm>
      )}
    </section>
  );
}
