import { CornerDownRight } from "lucide-react";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { Empty, Refusal } from "../kit/Bits";
import { Button } from "../kit/Button";
import { TextInput } from "../kit/Field";
import { RowMenu, Table } from "../kit/Table";
import { tell } from "../kit/toasts";
import { useChanging } from "./change";
import { members, type Part, text } from "./parts";
import { RedirectDialog } from "./RedirectDialog";
import type { TabProps } from "./Settings";
import { Target } from "./Target";
import { useSay } from "./words";

const AT_ONCE = 50;

export function Redirects({ site, parts }: TabProps) {
  const say = useSay();
  const changing = useChanging(site);
  const [query, setQuery] = useSearchParams();
  const [shown, setShown] = useState(AT_ONCE);
  const [edited, setEdited] = useState<{ part?: Part }>();
  const wanted = (query.get("q") ?? "").toLowerCase();
  const all = parts.items;
  const found = all.filter((part) => `${part.key} ${text(members(part.value).to)}`.toLowerCase().includes(wanted));

  async function remove(part: Part) {
    const removed = { kind: part.kind, key: part.key, value: null };
    if (await changing.change(parts, [removed], "")) {
      tell(say("redirects.removed", { path: part.key }), () => void putBack(part));
    }
  }

  async function putBack(part: Part) {
    const without = { ...parts, items: parts.items.filter((one) => one.key !== part.key) };
    await changing.change(without, [part], say("redirects.back", { path: part.key }));
  }

  return (
    <section className="stack" aria-labelledby="sites-redirects">
      <div className="sites-head">
        <h2 id="sites-redirects">{say("tab.redirects")}</h2>
        <Button look="primary" onPress={() => setEdited({})}>
          {say("redirects.add")}
        </Button>
      </div>
      <p className="soft sites-column">{say("redirects.text")}</p>
      {changing.problem !== undefined && <Refusal problem={changing.problem} />}
      {changing.collision && <p role="alert">{say("redirects.moved")}</p>}
      {all.length > 0 && (
        <div className="sites-column">
          <TextInput
            label={say("redirects.search")}
            type="search"
            value={query.get("q") ?? ""}
            onChange={(q) => {
              setShown(AT_ONCE);
              setQuery(q === "" ? {} : { q }, { replace: true });
            }}
          />
        </div>
      )}
      {all.length === 0 && (
        <Empty icon={<CornerDownRight size={40} strokeWidth={1.5} aria-hidden />} title={say("redirects.empty")}>
          <p>{say("redirects.empty.text")}</p>
        </Empty>
      )}
      {all.length > 0 && found.length === 0 && <p>{say("redirects.nothing")}</p>}
      {found.length > 0 && (
        <Table
          label={say("tab.redirects")}
          columns={[
            { key: "from", label: say("redirects.from") },
            { key: "to", label: say("redirects.to") },
            { key: "kind", label: say("redirects.kind") },
            { key: "acts", label: say("acts"), isSilent: true },
          ]}
        >
          {found.slice(0, shown).map((part) => {
            const { entry, to, status } = members(part.value);
            return (
              <tr key={part.key}>
                <th scope="row" className="sites-path">
                  {part.key}
                </th>
                <td className="sites-path">
                  {status === 410 ? (
                    <span className="soft">{say("redirects.gone")}</span>
                  ) : (
                    <Target site={site} entry={text(entry) || undefined} href={text(to)} />
                  )}
                </td>
                <td>{say(status === 410 ? "redirects.410" : status === 302 ? "redirects.302" : "redirects.301")}</td>
                <td className="number">
                  <RowMenu
                    name={part.key}
                    items={[
                      { id: "edit", label: say("redirects.edit"), onAct: () => setEdited({ part }) },
                      { id: "remove", label: say("redirects.remove"), isDanger: true, onAct: () => void remove(part) },
                    ]}
                  />
                </td>
              </tr>
            );
          })}
        </Table>
      )}
      {found.length > shown && (
        <div>
          <Button onPress={() => setShown(shown + AT_ONCE)}>
            {say("redirects.more", { shown, total: found.length })}
          </Button>
        </div>
      )}
      {edited && <RedirectDialog site={site} parts={parts} part={edited.part} onClose={() => setEdited(undefined)} />}
    </section>
  );
}
