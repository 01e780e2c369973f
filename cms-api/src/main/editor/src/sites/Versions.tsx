import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, read, readTagged, type Schemas } from "../api/client";
import { may } from "../app/site";
import { useAct } from "../kit/act";
import { Refusal, State } from "../kit/Bits";
import { Confirm } from "../kit/Dialog";
import { Pages } from "../kit/Pages";
import { RowMenu, Table } from "../kit/Table";
import { short } from "../words/dates";
import type { TabProps } from "./Settings";
import { useSay } from "./words";

type Receipt = Schemas["ReceiptView"];

/** What made each version of the site; an earlier one can be shown again. */
export function Versions({ site }: TabProps) {
  const say = useSay();
  const queries = useQueryClient();
  const doing = useAct(["sites"], ["parts", site.id], ["receipts", site.id]);
  const [chosen, setChosen] = useState<Receipt>();

  const rollBack = (version: number) =>
    doing.perform(
      async () => {
        const { tag } = await readTagged(api.GET("/manage/v1/sites/{site}", { params: { path: { site: site.id } } }));
        await api.POST("/manage/v1/sites/{site}/roll-backs", {
          params: { path: { site: site.id }, header: { "If-Match": tag } },
          body: { version },
        });
        await queries.invalidateQueries({ queryKey: ["entries", site.id] });
      },
      say("versions.back.done", { version }),
    );

  return (
    <section className="stack" aria-labelledby="sites-versions">
      <h2 id="sites-versions">{say("tab.versions")}</h2>
      <p className="soft sites-column">{say("versions.text", { version: site.version })}</p>
      {doing.problem !== undefined && <Refusal problem={doing.problem} />}
      <Pages
        name={["receipts", site.id]}
        fetch={(cursor) =>
          read(
            api.GET("/manage/v1/sites/{site}/receipts", {
              params: {
                path: { site: site.id },
                query: { pageSize: 25, ...(cursor && { cursor: Number(cursor) }) },
              },
            }),
          )
        }
        empty={<p>{say("versions.none")}</p>}
      >
        {(receipts) => (
          <Table
            label={say("tab.versions")}
            columns={[
              { key: "version", label: say("versions.version"), isNumber: true },
              { key: "act", label: say("versions.act") },
              { key: "what", label: say("versions.what") },
              { key: "at", label: say("versions.at") },
              { key: "acts", label: say("acts"), isSilent: true },
            ]}
          >
            {receipts.map((receipt) => (
              <tr key={receipt.version}>
                <th scope="row" className="number">
                  {receipt.version}
                </th>
                <td>
                  {say(`act.${receipt.act}`)}{" "}
                  {receipt.version === site.liveVersion && <State tone="good">{say("versions.live")}</State>}
                </td>
                <td>{counted(receipt)}</td>
                <td>{short(receipt.at)}</td>
                <td className="number">
                  <RowMenu
                    name={say("versions.named", { version: receipt.version })}
                    items={
                      may(site, "content.publish") && receipt.version < site.version
                        ? [{ id: "back", label: say("versions.back"), onAct: () => setChosen(receipt) }]
                        : []
                    }
                  />
                </td>
              </tr>
            ))}
          </Table>
        )}
      </Pages>
      {chosen && (
        <Confirm
          title={say("versions.back.title", { version: chosen.version })}
          act={say("versions.back.do")}
          onAct={() => void rollBack(chosen.version)}
          onClose={() => setChosen(undefined)}
        >
          <p>{say("versions.back.text", { at: short(chosen.at) })}</p>
        </Confirm>
      )}
    </section>
  );

  function counted({ made, changed, removed, parts, skipped }: Receipt): string {
    return (
      (["made", "changed", "removed", "parts", "skipped"] as const)
        .map((key) => ({ key, count: { made, changed, removed, parts, skipped }[key] }))
        .filter(({ count }) => count > 0)
        .map(({ key, count }) => say(`counted.${key}`, { count }))
        .join(", ") || say("counted.nothing")
    );
  }
}
