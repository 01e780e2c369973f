import { useState } from "react";
import { api, read, type Schemas } from "../api/client";
import { type Site, useSites } from "../app/site";
import { Button } from "../kit/Button";
import { Dialog } from "../kit/Dialog";
import { Pages } from "../kit/Pages";
import { CopyButton } from "../kit/Secret";
import { Table } from "../kit/Table";
import { useSay as useKitSay } from "../kit/words";
import { usePeople } from "../people/door";
import { inFull, short } from "../words/dates";
import { useActName } from "./actions";
import type { Question } from "./asked";
import { useSay } from "./words";

type Event = Schemas["AuditEventView"];

export function Events({ site, asked }: { site: Site; asked: Question }) {
  const say = useSay();
  const actName = useActName();
  const people = usePeople(site);
  const sites = useSites();
  const [open, setOpen] = useState<Event>();
  const who = (actor: string) =>
    actor === "system"
      ? say("who.system")
      : (people.data?.find((one) => one.person === actor)?.name ?? say("who.unknown"));
  const where = (subject: string) => {
    const [kind, id] = subject.split("/");
    return kind === "site" ? (sites.data?.items.find((one) => one.id === id)?.name ?? subject) : subject;
  };
  return (
    <>
      <Pages
        name={["audit", site.agency, asked]}
        fetch={(cursor) =>
          read(
            api.GET("/manage/v1/agencies/{agency}/audit-events", {
              params: { path: { agency: site.agency }, query: { ...asked, cursor, pageSize: 50 } },
            }),
          )
        }
        empty={<p>{say("empty")}</p>}
      >
        {(events) => (
          <Table
            label={say("title")}
            columns={[
              { key: "at", label: say("when") },
              { key: "who", label: say("who") },
              { key: "what", label: say("what") },
              { key: "on", label: say("on") },
              { key: "more", label: say("more"), isSilent: true },
            ]}
          >
            {events.map((event) => (
              <tr key={event.id}>
                <td className="audit-at">{short(event.at)}</td>
                <td>{who(event.actor)}</td>
                <th scope="row">{actName(event.action)}</th>
                <td className="audit-on">{where(event.subject)}</td>
                <td className="number">
                  <Button look="quiet" onPress={() => setOpen(event)}>
                    {say("more")} <span className="hidden">{`${actName(event.action)} ${short(event.at)}`}</span>
                  </Button>
                </td>
              </tr>
            ))}
          </Table>
        )}
      </Pages>
      {open && <OneEvent event={open} who={who(open.actor)} onClose={() => setOpen(undefined)} />}
    </>
  );
}

function OneEvent({ event, who, onClose }: { event: Event; who: string; onClose: () => void }) {
  const say = useSay();
  const kit = useKitSay();
  const actName = useActName();
  const details = Object.entries((event.details ?? {}) as Record<string, unknown>);
  return (
    <Dialog title={actName(event.action)} onClose={onClose}>
      <dl className="audit-facts">
        <Fact name={say("when")} value={inFull(event.at)} />
        <Fact name={say("who")} value={`${who} (${event.actor})`} />
        <Fact name={say("action")} value={event.action} />
        <Fact name={say("on")} value={event.subject} />
        {details.map(([key, value]) => (
          <Fact key={key} name={key} value={typeof value === "object" ? JSON.stringify(value) : String(value)} />
        ))}
        <Fact name={say("number")} value={event.number ? String(event.number) : say("number.none")} />
        {event.seal && <Fact name={say("seal")} value={event.seal} />}
      </dl>
      {event.seal && <p className="soft small">{say("seal.text")}</p>}
      <div className="actions end">
        {event.seal && <CopyButton value={`${event.number} ${event.seal}`} />}
        <Button onPress={onClose}>{kit("close")}</Button>
      </div>
    </Dialog>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
