import { useQuery } from "@tanstack/react-query";
import { Plus, Webhook } from "lucide-react";
import { useState } from "react";
import { Link } from "react-router";
import { api, read } from "../api/client";
import { useSite } from "../app/site";
import { useTitle } from "../app/title";
import { Empty, PageHead, Refusal, Shapes } from "../kit/Bits";
import { Button } from "../kit/Button";
import { Table } from "../kit/Table";
import { AddWebhook } from "./AddWebhook";
import { HookState } from "./HookState";
import { useSay } from "./words";
import "./webhooks.css";

/** Who outside is told of the versions of a site. */
export default function Webhooks() {
  const say = useSay();
  const site = useSite();
  const [isAdding, setAdding] = useState(false);
  useTitle(say("title"));
  const webhooks = useQuery({
    queryKey: ["webhooks", site.id],
    queryFn: () => read(api.GET("/manage/v1/sites/{site}/webhooks", { params: { path: { site: site.id } } })),
  });
  return (
    <div className="page">
      <PageHead title={say("title")} lead={say("lead")}>
        <Button look="primary" icon={<Plus size={18} strokeWidth={1.5} aria-hidden />} onPress={() => setAdding(true)}>
          {say("add")}
        </Button>
      </PageHead>
      {webhooks.isPending && <Shapes />}
      {webhooks.isError && <Refusal problem={webhooks.error} onRetry={() => webhooks.refetch()} />}
      {webhooks.data?.items.length === 0 && (
        <Empty icon={<Webhook size={40} strokeWidth={1.5} aria-hidden />} title={say("empty")}>
          <p>{say("empty.text")}</p>
        </Empty>
      )}
      {webhooks.data && webhooks.data.items.length > 0 && (
        <Table
          label={say("title")}
          columns={[
            { key: "url", label: say("url") },
            { key: "state", label: say("state") },
            { key: "events", label: say("events") },
            { key: "told", label: say("told"), isNumber: true },
          ]}
        >
          {webhooks.data.items.map((webhook) => (
            <tr key={webhook.id}>
              <th scope="row" className="webhooks-url">
                <Link to={webhook.id}>{webhook.url}</Link>
              </th>
              <td>
                <HookState webhook={webhook} />
              </td>
              <td>{say("events.count", { count: webhook.events.length })}</td>
              <td className="number">{webhook.toldVersion}</td>
            </tr>
          ))}
        </Table>
      )}
      {isAdding && <AddWebhook site={site} onClose={() => setAdding(false)} />}
    </div>
  );
}
