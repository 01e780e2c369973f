import { useState } from "react";
import { api, read } from "../api/client";
import type { Site } from "../app/site";
import { useAct } from "../kit/act";
import { Choices, Select, TextInput } from "../kit/Field";
import { FormDialog } from "../kit/FormDialog";
import { Secret } from "../kit/Secret";
import type { Person } from "./query";
import { useSay } from "./words";

const NEW = "new";

export function AddGroupMember({
  site,
  group,
  title,
  people,
  onClose,
}: {
  site: Site;
  group: string;
  title: string;
  people: Person[];
  onClose: () => void;
}) {
  const say = useSay();
  const doing = useAct(["group-members", site.id, group]);
  const [person, setPerson] = useState(people[0]?.person ?? NEW);
  const [newName, setNewName] = useState("");
  const [role, setRole] = useState<string>("member");
  const [secret, setSecret] = useState<string>();
  const name = person === NEW ? newName.trim() : (people.find((one) => one.person === person)?.name ?? "");

  async function add() {
    let told: string | null | undefined;
    const isAdded = await doing.perform(
      async () => {
        const answer = await read(
          api.POST("/manage/v1/sites/{site}/groups/{group}/members", {
            params: { path: { site: site.id, group } },
            body: { ...(person === NEW ? { name } : { person }), role: role as "member" | "guest" },
          }),
        );
        told = answer.secret;
      },
      say("group.done", { name }),
    );
    if (isAdded && told) {
      setSecret(told);
    } else if (isAdded) {
      onClose();
    }
  }

  if (secret) {
    return (
      <Secret title={say("secret.title", { name })} label={say("secret.label")} value={secret} onClose={onClose} />
    );
  }
  return (
    <FormDialog
      title={say("group.add.title", { title })}
      act={say("add.do")}
      doing={doing}
      canSubmit={name !== ""}
      onSubmit={() => void add()}
      onClose={onClose}
    >
      <Select
        label={say("group.person")}
        value={person}
        onChange={setPerson}
        choices={[
          ...people.map((one) => ({ value: one.person, label: one.name })),
          { value: NEW, label: say("group.new") },
        ]}
      />
      {person === NEW && <TextInput label={say("add.name")} value={newName} onChange={setNewName} />}
      <Choices
        label={say("group.as")}
        value={role}
        onChange={setRole}
        choices={[
          { value: "member", label: say("group.member") },
          { value: "guest", label: say("group.guest") },
        ]}
      />
    </FormDialog>
  );
}
