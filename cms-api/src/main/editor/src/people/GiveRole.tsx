import { useState } from "react";
import { api } from "../api/client";
import type { Site } from "../app/site";
import { useAct } from "../kit/act";
import { FormDialog } from "../kit/FormDialog";
import { type Person, peopleOf } from "./query";
import { RoleChoice } from "./RoleChoice";
import { type Role, useRoleName } from "./roles";
import { useSay } from "./words";

export function GiveRole({ site, person, onClose }: { site: Site; person: Person; onClose: () => void }) {
  const say = useSay();
  const roleName = useRoleName();
  const doing = useAct(peopleOf(site));
  const [role, setRole] = useState<Role>("editor");
  async function give() {
    const isGiven = await doing.perform(
      () =>
        api.POST("/manage/v1/sites/{site}/roles", {
          params: { path: { site: site.id } },
          body: { person: person.person, role },
        }),
      say("role.given", { name: person.name, role: roleName(role) }),
    );
    if (isGiven) {
      onClose();
    }
  }
  return (
    <FormDialog
      title={say("role.give.title", { name: person.name, site: site.name })}
      act={say("role.give.do")}
      doing={doing}
      onSubmit={() => void give()}
      onClose={onClose}
    >
      <RoleChoice value={role} onChange={setRole} />
    </FormDialog>
  );
}
