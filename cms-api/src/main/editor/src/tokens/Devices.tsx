import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, read, type Schemas } from "../api/client";
import { leave } from "../api/session";
import { useAct } from "../kit/act";
import { Refusal, Shapes, State } from "../kit/Bits";
import { Button } from "../kit/Button";
import { Confirm } from "../kit/Dialog";
import { Table } from "../kit/Table";
import { ago, day } from "../words/dates";
import { useSay } from "./words";

const SESSIONS = ["sessions"] as const;

/** The browsers in which one is signed in. */
export function Devices() {
  const say = useSay();
  const doing = useAct(SESSIONS);
  const [isLeaving, setLeaving] = useState(false);
  const sessions = useQuery({ queryKey: SESSIONS, queryFn: () => read(api.GET("/identity/v1/sessions")) });
  if (sessions.isPending) {
    return <Shapes />;
  }
  if (sessions.isError) {
    return <Refusal problem={sessions.error} onRetry={() => sessions.refetch()} />;
  }
  const named = ({ device }: Schemas["SessionView"]) => device || say("device.unknown");
  const end = (session: Schemas["SessionView"]) =>
    doing.perform(
      () => api.DELETE("/identity/v1/sessions/{session}", { params: { path: { session: session.id } } }),
      say("device.ended", { device: named(session) }),
    );
  async function endAll() {
    if (await doing.perform(() => api.DELETE("/identity/v1/sessions"))) {
      leave();
    }
  }
  return (
    <section className="stack" aria-labelledby="tokens-devices">
      <div className="tokens-head">
        <h2 id="tokens-devices">{say("devices")}</h2>
        <Button onPress={() => setLeaving(true)}>{say("device.all")}</Button>
      </div>
      <p className="soft">{say("devices.text")}</p>
      {doing.problem !== undefined && <Refusal problem={doing.problem} />}
      <Table
        label={say("devices")}
        columns={[
          { key: "device", label: say("device") },
          { key: "since", label: say("device.since") },
          { key: "seen", label: say("device.seen") },
          { key: "acts", label: say("acts"), isSilent: true },
        ]}
      >
        {sessions.data.items.map((session) => (
          <tr key={session.id}>
            <th scope="row">
              {named(session)} {session.current && <State tone="good">{say("device.this")}</State>}
            </th>
            <td>{day(session.since)}</td>
            <td>{ago(session.seenAt)}</td>
            <td className="number">
              {!session.current && (
                <Button look="quiet" onPress={() => void end(session)}>
                  {say("device.end")} <span className="hidden">{named(session)}</span>
                </Button>
              )}
            </td>
          </tr>
        ))}
      </Table>
      {isLeaving && (
        <Confirm
          title={say("device.all.title")}
          act={say("device.all")}
          onAct={() => void endAll()}
          onClose={() => setLeaving(false)}
        >
          <p>{say("device.all.text")}</p>
        </Confirm>
      )}
    </section>
  );
}
