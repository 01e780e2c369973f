import { useState } from "react";
import { api } from "../api/client";
import type { Site } from "../app/site";
import { useAct } from "../kit/act";
import { Refusal, State } from "../kit/Bits";
import { Button } from "../kit/Button";
import { Confirm } from "../kit/Dialog";
import { Check, TextInput } from "../kit/Field";
import { FormDialog } from "../kit/FormDialog";
import type { Item } from "../kit/Menu";
import { RowMenu, Table } from "../kit/Table";
import { partsOf } from "./parts";
import { useSay } from "./words";

/** Under which names the site is found; the others lead to the main one. */
export function Hostnames({ site }: { site: Site }) {
  const say = useSay();
  const doing = useAct(["sites"], partsOf(site));
  const [isAdding, setAdding] = useState(false);
  const [removed, setRemoved] = useState<string>();

  const canonical = (host: string) =>
    doing.perform(
      () =>
        api.POST("/manage/v1/sites/{site}/hostnames", {
          params: { path: { site: site.id } },
          body: { host, canonical: true },
        }),
      say("hosts.canonical.done", { host }),
    );
  const remove = (host: string) =>
    doing.perform(
      () =>
        api.DELETE("/manage/v1/sites/{site}/hostnames/{host}", {
          params: { path: { site: site.id, host }, header: { "If-Match": "*" } },
        }),
      say("hosts.removed", { host }),
    );

  return (
    <section className="stack sites-section" aria-labelledby="sites-hosts">
      <div className="sites-head">
        <h2 id="sites-hosts">{say("hosts")}</h2>
        <Button onPress={() => setAdding(true)}>{say("hosts.add")}</Button>
      </div>
      <p className="soft">{say("hosts.text")}</p>
      {doing.problem !== undefined && <Refusal problem={doing.problem} />}
      {site.hosts.length === 0 && <p>{say("hosts.none")}</p>}
      {site.hosts.length > 0 && (
        <Table
          label={say("hosts")}
          columns={[
            { key: "host", label: say("hosts.host") },
            { key: "role", label: say("hosts.role") },
            { key: "acts", label: say("acts"), isSilent: true },
          ]}
        >
          {site.hosts.map(({ host, canonical: isMain }) => (
            <tr key={host}>
              <th scope="row">{host}</th>
              <td>{isMain ? <State tone="good">{say("hosts.main")}</State> : <span>{say("hosts.leads")}</span>}</td>
              <td className="number">
                <RowMenu name={host} items={acts(host, isMain)} />
              </td>
            </tr>
          ))}
        </Table>
      )}
      {isAdding && <AddHost site={site} onClose={() => setAdding(false)} />}
      {removed && (
        <Confirm
          title={say("hosts.remove.title", { host: removed })}
          act={say("hosts.remove")}
          onAct={() => void remove(removed)}
          onClose={() => setRemoved(undefined)}
        >
          <p>{say("hosts.remove.text")}</p>
        </Confirm>
      )}
    </section>
  );

  function acts(host: string, isMain: boolean): Item[] {
    const items: Item[] = [];
    if (!isMain) {
      items.push({ id: "main", label: say("hosts.canonical"), onAct: () => void canonical(host) });
    }
    items.push({ id: "remove", label: say("hosts.remove"), isDanger: true, onAct: () => setRemoved(host) });
    return items;
  }
}

function AddHost({ site, onClose }: { site: Site; onClose: () => void }) {
  const say = useSay();
  const doing = useAct(["sites"], partsOf(site));
  const [host, setHost] = useState("");
  const [isMain, setMain] = useState(site.hosts.length === 0);
  async function add() {
    const isAdded = await doing.perform(
      () =>
        api.POST("/manage/v1/sites/{site}/hostnames", {
          params: { path: { site: site.id } },
          body: { host: host.trim(), canonical: isMain },
        }),
      say("hosts.added", { host: host.trim() }),
    );
    if (isAdded) {
      onClose();
    }
  }
  return (
    <FormDialog
      title={say("hosts.add")}
      act={say("hosts.add.do")}
      doing={doing}
      canSubmit={host.trim() !== ""}
      onSubmit={() => void add()}
      onClose={onClose}
    >
      <TextInput
        label={say("hosts.host")}
        hint={say("hosts.host.hint")}
        value={host}
        onChange={setHost}
        autoComplete="off"
      />
      <Check checked={isMain} onChange={setMain}>
        {say("hosts.isMain")}
      </Check>
    </FormDialog>
  );
}
