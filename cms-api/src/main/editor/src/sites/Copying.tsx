import { useState } from "react";
import { useNavigate } from "react-router";
import { api, read } from "../api/client";
import { may, type Site } from "../app/site";
import { useAct } from "../kit/act";
import { Button } from "../kit/Button";
import { TextInput } from "../kit/Field";
import { FormDialog } from "../kit/FormDialog";
import { idOf } from "./ids";
import { useSay } from "./words";

/** A copy of the site, to try something out or to begin another one with. */
export function Copying({ site }: { site: Site }) {
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  if (!may(site, "agency.manage")) {
    return null;
  }
  return (
    <section className="stack sites-section" aria-labelledby="sites-copy">
      <h2 id="sites-copy">{say("copy")}</h2>
      <p className="soft">{say("copy.text")}</p>
      <div>
        <Button onPress={() => setOpen(true)}>{say("copy.open")}</Button>
      </div>
      {isOpen && <CopySite site={site} onClose={() => setOpen(false)} />}
    </section>
  );
}

function CopySite({ site, onClose }: { site: Site; onClose: () => void }) {
  const say = useSay();
  const navigate = useNavigate();
  const doing = useAct(["sites"]);
  const [name, setName] = useState(say("copy.name", { site: site.name }));
  const [host, setHost] = useState("");
  async function copy() {
    const id = idOf(name);
    const isDone = await doing.perform(
      () =>
        read(
          api.POST("/manage/v1/sites/{site}/duplicates", {
            params: { path: { site: site.id } },
            body: { id, name: name.trim(), ...(host.trim() && { hosts: [host.trim()] }) },
          }),
        ),
      say("copy.done", { name: name.trim() }),
    );
    if (isDone) {
      onClose();
      void navigate(`/sites/${id}/jobs`);
    }
  }
  return (
    <FormDialog
      title={say("copy.title", { site: site.name })}
      act={say("copy.do")}
      doing={doing}
      canSubmit={idOf(name) !== ""}
      onSubmit={() => void copy()}
      onClose={onClose}
    >
      <TextInput label={say("about.name")} value={name} onChange={setName} />
      <TextInput label={say("hosts.host")} hint={say("new.host.hint")} value={host} onChange={setHost} />
    </FormDialog>
  );
}
