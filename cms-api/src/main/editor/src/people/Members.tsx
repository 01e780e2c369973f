import { useState } from "react";
import { api } from "../api/client";
import { type Site, useSites } from "../app/site";
import { useAct } from "../kit/act";
import { Refusal, State } from "../kit/Bits";
import { Confirm } from "../kit/Dialog";
import type { Item } from "../kit/Menu";
import { RowMenu, Table } from "../kit/Table";
import { GiveRole } from "./GiveRole";
import { type Person, peopleOf } from "./query";
import { useRoleName } from "./roles";
import { useSay } from "./words";

type Asked = { what: "block" | "remove" | "signOut" | "give"; person: Person };

export function Members({ site, people }: { site: Site; people: Person[] }) {
  const say = useSay();
  const doing = useAct(peopleOf(site));
  const [asked, setAsked] = useState<Asked>();
  const columns = [
    { key: "name", label: say("column.name") },
    { key: "role", label: say("column.role") },
    { key: "state", label: say("column.state") },
    { key: "acts", label: say("column.acts"), isSilent: true },
  ];
  return (
    <section className="stack">
      <h2>{say("members")}</h2>
      {doing.problem !== undefined && <Refusal problem={doing.problem} />}
      <Table label={say("members")} columns={columns}>
        {people.map((person) => (
          <tr key={person.person}>
            <th scope="row" className="people-name">
              {person.name}
              {person.isKnown && <span className="people-mail">{person.mail ?? say("noMail")}</span>}
            </th>
            <td>
              <RolesHeld site={site} person={person} />
            </td>
            <td>
              {person.state === "blocked" && <State tone="danger">{say("state.blocked")}</State>}
              {person.state === "active" && <State tone="good">{say("state.active")}</State>}
            </td>
            <td className="number">
              <MemberMenu site={site} person={person} onAsk={(what) => setAsked({ what, person })} doing={doing} />
            </td>
          </tr>
        ))}
      </Table>
      {asked?.what === "give" && <GiveRole site={site} person={asked.person} onClose={() => setAsked(undefined)} />}
      {asked && asked.what !== "give" && (
        <Sure
          what={asked.what}
          person={asked.person}
          onAct={() => void perform(asked.what, asked.person)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </section>
  );

  function perform(what: Asked["what"], { person, name }: Person) {
    const path = { agency: site.agency, person };
    switch (what) {
      case "block":
        return doing.perform(
          () =>
            api.PUT("/manage/v1/agencies/{agency}/members/{person}/state", {
              params: { path },
              body: { state: "blocked" },
            }),
          say("block.done", { name }),
        );
      case "remove":
        return doing.perform(
          () => api.DELETE("/manage/v1/agencies/{agency}/members/{person}", { params: { path } }),
          say("remove.done", { name }),
        );
      default:
        return doing.perform(
          () => api.DELETE("/manage/v1/agencies/{agency}/members/{person}/sessions", { params: { path } }),
          say("signOut.done", { name }),
        );
    }
  }
}

function Sure({
  what,
  person,
  onAct,
  onClose,
}: {
  what: "block" | "remove" | "signOut";
  person: Person;
  onAct: () => void;
  onClose: () => void;
}) {
  const say = useSay();
  const { name } = person;
  return (
    <Confirm title={say(`${what}.title`, { name })} act={say(what)} onAct={onAct} onClose={onClose}>
      <p>{say(`${what}.text`, { name })}</p>
    </Confirm>
  );
}

function RolesHeld({ site, person }: { site: Site; person: Person }) {
  const say = useSay();
  const roleName = useRoleName();
  const sites = useSites();
  if (person.roles.length === 0) {
    return <span className="soft">{say("role.none")}</span>;
  }
  return (
    <ul className="people-held">
      {person.roles.map(({ id, role, site: where }) => (
        <li key={id}>
          {where === undefined || where === null
            ? say("role.everywhere", { role: roleName(role) })
            : where === site.id
              ? say("role.here", { role: roleName(role) })
              : say("role.elsewhere", {
                  role: roleName(role),
                  site: sites.data?.items.find((one) => one.id === where)?.name ?? where,
                })}
        </li>
      ))}
    </ul>
  );
}

function MemberMenu({
  site,
  person,
  doing,
  onAsk,
}: {
  site: Site;
  person: Person;
  doing: ReturnType<typeof useAct>;
  onAsk: (what: Asked["what"]) => void;
}) {
  const say = useSay();
  const roleName = useRoleName();
  const { name } = person;
  const items: Item[] = [{ id: "give", label: say("role.give"), onAct: () => onAsk("give") }];
  for (const held of person.roles.filter((role) => role.site === site.id)) {
    const role = roleName(held.role);
    items.push({
      id: held.id,
      label: say("role.withdraw", { role }),
      onAct: () =>
        void doing.perform(
          () =>
            api.DELETE("/manage/v1/sites/{site}/roles/{role}", {
              params: { path: { site: site.id, role: held.id } },
            }),
          say("role.withdrawn", { name, role }),
        ),
    });
  }
  if (person.isKnown) {
    if (person.mail) {
      items.push({ id: "signOut", label: say("signOut"), onAct: () => onAsk("signOut") });
    }
    items.push(
      person.state === "blocked"
        ? {
            id: "unblock",
            label: say("unblock"),
            onAct: () =>
              void doing.perform(
                () =>
                  api.PUT("/manage/v1/agencies/{agency}/members/{person}/state", {
                    params: { path: { agency: site.agency, person: person.person } },
                    body: { state: "active" },
                  }),
                say("unblock.done", { name }),
              ),
          }
        : { id: "block", label: say("block"), isDanger: true, onAct: () => onAsk("block") },
      { id: "remove", label: say("remove"), isDanger: true, onAct: () => onAsk("remove") },
    );
  }
  return <RowMenu name={name} items={items} />;
}
