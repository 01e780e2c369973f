import { UserPlus, Users } from "lucide-react";
import { useState } from "react";
import { useSite } from "../app/site";
import { useTitle } from "../app/title";
import { Empty, PageHead, Refusal, Shapes } from "../kit/Bits";
import { Button } from "../kit/Button";
import { AddPerson } from "./AddPerson";
import { Groups } from "./Groups";
import { Members } from "./Members";
import { usePeople } from "./query";
import { ROLES, useRoleName } from "./roles";
import { useSay } from "./words";
import "./people.css";

/** Who works on a site, with which roles, and who belongs to its groups. */
export default function People() {
  const say = useSay();
  const site = useSite();
  const people = usePeople(site);
  const [isAdding, setAdding] = useState(false);
  useTitle(say("title"));
  const mayAdd = people.data?.some((one) => one.isKnown) ?? false;
  return (
    <div className="page">
      <PageHead title={say("title")} lead={say("lead")}>
        {mayAdd && (
          <Button
            look="primary"
            icon={<UserPlus size={18} strokeWidth={1.5} aria-hidden />}
            onPress={() => setAdding(true)}
          >
            {say("add")}
          </Button>
        )}
      </PageHead>
      {people.isPending && <Shapes />}
      {people.isError && <Refusal problem={people.error} onRetry={() => people.refetch()} />}
      {people.data?.length === 0 && (
        <Empty icon={<Users size={40} strokeWidth={1.5} aria-hidden />} title={say("empty.title")}>
          <p>{say("empty.text")}</p>
        </Empty>
      )}
      {people.data && people.data.length > 0 && <Members site={site} people={people.data} />}
      <RolesExplained />
      {people.data && <Groups site={site} people={people.data} />}
      {isAdding && <AddPerson site={site} onClose={() => setAdding(false)} />}
    </div>
  );
}

function RolesExplained() {
  const say = useSay();
  const name = useRoleName();
  return (
    <details className="people-roles">
      <summary>{say("roles.title")}</summary>
      <dl>
        {ROLES.map((role) => (
          <div key={role}>
            <dt>{name(role)}</dt>
            <dd>{say(`role.${role}.means`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
