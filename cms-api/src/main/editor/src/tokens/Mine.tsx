import { useQuery } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import { useState } from "react";
import { api, read, type Schemas } from "../api/client";
import { useAct } from "../kit/act";
import { Empty, Refusal, Shapes, State } from "../kit/Bits";
import { Button } from "../kit/Button";
import { Confirm } from "../kit/Dialog";
import { Table } from "../kit/Table";
import { day } from "../words/dates";
import { useSay } from "./words";

export const TOKENS = ["tokens"] as const;

export function Mine() {
  const say = useSay();
  const doing = useAct(TOKENS);
  const [doomed, setDoomed] = useState<Schemas["TokenView"]>();
  const tokens = useQuery({ queryKey: TOKENS, queryFn: () => read(api.GET("/manage/v1/tokens")) });
  if (tokens.isPending) {
    return <Shapes />;
  }
  if (tokens.isError) {
    return <Refusal problem={tokens.error} onRetry={() => tokens.refetch()} />;
  }
  const revoke = ({ id, name }: Schemas["TokenView"]) =>
    doing.perform(
      () => api.DELETE("/manage/v1/tokens/{token}", { params: { path: { token: id } } }),
      say("revoked", { name }),
    );
  return (
    <section className="stack" aria-labelledby="tokens-mine">
      <h2 id="tokens-mine">{say("mine")}</h2>
      {doing.problem !== undefined && <Refusal problem={doing.problem} />}
      {tokens.data.items.length === 0 && (
        <Empty icon={<KeyRound size={40} strokeWidth={1.5} aria-hidden />} title={say("empty")}>
          <p>{say("empty.text")}</p>
        </Empty>
      )}
      {tokens.data.items.length > 0 && (
        <Table
          label={say("mine")}
          columns={[
            { key: "name", label: say("name") },
            { key: "issued", label: say("issued") },
            { key: "expires", label: say("expires") },
            { key: "acts", label: say("acts"), isSilent: true },
          ]}
        >
          {tokens.data.items.map((token) => (
            <tr key={token.id}>
              <th scope="row">{token.name}</th>
              <td>{day(token.issuedAt)}</td>
              <td>
                <Expiry at={token.expiresAt} />
              </td>
              <td className="number">
                <Button look="quiet" onPress={() => setDoomed(token)}>
                  {say("revoke")} <span className="hidden">{token.name}</span>
                </Button>
              </td>
            </tr>
          ))}
        </Table>
      )}
      {doomed && (
        <Confirm
          title={say("revoke.title", { name: doomed.name })}
          act={say("revoke")}
          onAct={() => void revoke(doomed)}
          onClose={() => setDoomed(undefined)}
        >
          <p>{say("revoke.text")}</p>
        </Confirm>
      )}
    </section>
  );
}

function Expiry({ at }: { at: string | null | undefined }) {
  const say = useSay();
  if (!at) {
    return <State tone="warm">{say("never")}</State>;
  }
  return new Date(at).getTime() < Date.now() ? <State tone="danger">{say("expired")}</State> : day(at);
}
