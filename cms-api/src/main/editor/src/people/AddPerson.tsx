import { useState } from "react";
import { api, read, type Schemas } from "../api/client";
import type { Site } from "../app/site";
import { useAct } from "../kit/act";
import { Choices, Select, TextInput } from "../kit/Field";
import { FormDialog } from "../kit/FormDialog";
import { Secret } from "../kit/Secret";
import { useLanguage } from "../words/language";
import { peopleOf } from "./query";
import { RoleChoice } from "./RoleChoice";
import type { Role } from "./roles";
import { useSay } from "./words";

/** Adds a member of the agency, and shows the invitation's link or the first token where there is one. */
export function AddPerson({ site, onClose }: { site: Site; onClose: () => void }) {
  const say = useSay();
  const doing = useAct(peopleOf(site));
  const [name, setName] = useState("");
  const [how, setHow] = useState("mail");
  const [mail, setMail] = useState("");
  const [language, setLanguage] = useState<string>(useLanguage());
  const [role, setRole] = useState<Role>("editor");
  const [where, setWhere] = useState("site");
  const [added, setAdded] = useState<Schemas["AddedMember"]>();

  async function add() {
    let answer: Schemas["AddedMember"] | undefined;
    const isAdded = await doing.perform(
      async () => {
        answer = await read(
          api.POST("/manage/v1/agencies/{agency}/members", {
            params: { path: { agency: site.agency } },
            body: {
              name: name.trim(),
              role: where === "agency" ? role : "reader",
              ...(how === "mail" && { mail: mail.trim(), language: language as "nl" | "en" }),
            },
          }),
        );
        if (where === "site" && role !== "reader") {
          await api.POST("/manage/v1/sites/{site}/roles", {
            params: { path: { site: site.id } },
            body: { person: answer.person, role },
          });
        }
      },
      say("add.done", { name: name.trim() }),
    );
    if (isAdded && (answer?.link || answer?.secret)) {
      setAdded(answer);
    } else if (isAdded) {
      onClose();
    }
  }

  if (added?.link) {
    return (
      <Secret title={say("link.title", { name })} label={say("link.label")} value={added.link} onClose={onClose}>
        <p>{say("link.text", { name })}</p>
      </Secret>
    );
  }
  if (added?.secret) {
    return (
      <Secret
        title={say("secret.title", { name })}
        label={say("secret.label")}
        value={added.secret}
        onClose={onClose}
      />
    );
  }
  return (
    <FormDialog
      title={say("add")}
      act={say("add.do")}
      doing={doing}
      canSubmit={name.trim() !== "" && (how === "token" || mail.includes("@"))}
      onSubmit={() => void add()}
      onClose={onClose}
    >
      <TextInput label={say("add.name")} value={name} onChange={setName} autoComplete="off" />
      <Choices
        label={say("add.how")}
        value={how}
        onChange={setHow}
        choices={[
          { value: "mail", label: say("add.how.mail") },
          { value: "token", label: say("add.how.token") },
        ]}
      />
      {how === "mail" && (
        <>
          <TextInput
            label={say("add.mail")}
            hint={say("add.mail.hint")}
            type="email"
            value={mail}
            onChange={setMail}
            autoComplete="off"
          />
          <Select
            label={say("add.language")}
            value={language}
            onChange={setLanguage}
            choices={[
              { value: "nl", label: say("dutch") },
              { value: "en", label: say("english") },
            ]}
          />
        </>
      )}
      <RoleChoice value={role} onChange={setRole} />
      <Choices
        label={say("add.where")}
        value={where}
        onChange={setWhere}
        choices={[
          { value: "site", label: say("add.where.site", { site: site.name }) },
          { value: "agency", label: say("add.where.agency") },
        ]}
      />
    </FormDialog>
  );
}
