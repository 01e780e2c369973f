import { useQueryClient } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import { api, read, type Schemas } from "../api/client";
import type { Site } from "../app/site";
import { State } from "../kit/Bits";
import { Button } from "../kit/Button";
import { Pages } from "../kit/Pages";
import { Table } from "../kit/Table";
import { short } from "../words/dates";
import { useSay } from "./words";

/** What was sent in the last 30 days, and what came of it. */
export function Deliveries({ site, webhook }: { site: Site; webhook: string }) {
  const say = useSay();
  const queries = useQueryClient();
  const name = ["deliveries", site.id, webhook] as const;
  return (
    <section className="stack" aria-labelledby="webhooks-log">
      <div className="webhooks-head">
        <h2 id="webhooks-log">{say("log")}</h2>
        <Button
          look="quiet"
          icon={<RefreshCw size={18} strokeWidth={1.5} aria-hidden />}
          onPress={() => void queries.invalidateQueries({ queryKey: name })}
        >
          {say("log.again")}
        </Button>
      </div>
      <Pages
        name={name}
        fetch={(cursor) =>
          read(
            api.GET("/manage/v1/sites/{site}/webhooks/{webhook}/deliveries", {
              params: { path: { site: site.id, webhook }, query: { pageSize: 30, cursor } },
            }),
          )
        }
        empty={<p className="soft">{say("log.empty")}</p>}
      >
        {(deliveries) => (
          <Table
            label={say("log")}
            columns={[
              { key: "at", label: say("log.at") },
              { key: "what", label: say("log.what") },
              { key: "result", label: say("log.result") },
              { key: "attempt", label: say("log.attempt"), isNumber: true },
              { key: "millis", label: say("log.millis"), isNumber: true },
            ]}
          >
            {deliveries.map((delivery) => (
              <tr key={delivery.id}>
                <th scope="row">{short(delivery.sentAt)}</th>
                <td>
                  {delivery.version === undefined || delivery.version === null
                    ? say("log.test")
                    : say("log.version", { version: delivery.version })}
                </td>
                <td>
                  <Result delivery={delivery} />
                </td>
                <td className="number">{delivery.attempt}</td>
                <td className="number">{say("log.ms", { millis: delivery.millis })}</td>
              </tr>
            ))}
          </Table>
        )}
      </Pages>
    </section>
  );
}

function Result({ delivery }: { delivery: Schemas["DeliveryView"] }) {
  const say = useSay();
  const status = delivery.status ? ` (${delivery.status})` : "";
  return delivery.taken ? (
    <State tone="good">{`${say("log.taken")}${status}`}</State>
  ) : (
    <State tone="danger">
      {delivery.failure ? `${say(`short.${delivery.failure}`)}${status}` : `${say("log.failed")}${status}`}
    </State>
  );
}
