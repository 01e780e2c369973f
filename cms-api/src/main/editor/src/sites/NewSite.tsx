import { useState } from "react";
import { useNavigate } from "react-router";
import { api, read } from "../api/client";
import { useAct } from "../kit/act";
import { Choices, Select, TextInput } from "../kit/Field";
import { FormDialog } from "../kit/FormDialog";
import { idOf } from "./ids";
import { useSay } from "./words";

const KINDS = { square: "everyone", participate: "everyone", intranet: "agency" } as const;
type Kind = keyof typeof KINDS;

/** A new site of an agency: what it is for decides its theme and who sees it. */
export function NewSite({ agency, onClose }: { agency: string; onClose: () => void }) {
  const say = useSay();
  const navigate = useNavigate();
  const doing = useAct(["sites"]);
  const [name, setName] = useState("");
  const [kind, setKind] = useState<Kind>("square");
  const [locales, setLocales] = useState("nl");
  const [host, setHost] = useState("");
  const id = idOf(name);
  async function found() {
    const isFounded = await doing.perform(
      () =>
        read(
          api.POST("/manage/v1/agencies/{agency}/sites", {
            params: { path: { agency } },
            body: {
              id,
              name: name.trim(),
              locales: locales.split(","),
              theme: kind,
              audiences: [KINDS[kind]],
              ...(host.trim() && { hosts: [host.trim()] }),
            },
          }),
        ),
      say("new.done", { name: name.trim() }),
    );
    if (isFounded) {
      onClose();
      void navigate(`/sites/${id}/settings/general`);
    }
  }
  return (
    <FormDialog
      title={say("new")}
      act={say("new.do")}
      doing={doing}
      canSubmit={id !== ""}
      onSubmit={() => void found()}
      onClose={onClose}
    >
      <TextInput label={say("about.name")} value={name} onChange={setName} autoComplete="off" />
      <Choices
        label={say("new.kind")}
        value={kind}
        onChange={(value) => setKind(value as Kind)}
        choices={(Object.keys(KINDS) as Kind[]).map((one) => ({ value: one, label: say(`new.kind.${one}`) }))}
      />
      <Select
        label={say("new.locales")}
        hint={say("new.locales.hint")}
        value={locales}
        onChange={setLocales}
        choices={[
          { value: "nl", label: say("new.locales.nl") },
          { value: "nl,en", label: say("new.locales.nl,en") },
          { value: "en", label: say("new.locales.en") },
        ]}
      />
      <TextInput label={say("hosts.host")} hint={say("new.host.hint")} value={host} onChange={setHost} />
    </FormDialog>
  );
}
