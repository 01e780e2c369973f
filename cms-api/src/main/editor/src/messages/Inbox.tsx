import { Inbox as InboxIcon } from "lucide-react";
import { useState } from "react";
import { api, read, type Schemas } from "../api/client";
import { may, type Site } from "../app/site";
import { useAct } from "../kit/act";
import { Empty, Refusal } from "../kit/Bits";
import { ButtonLink } from "../kit/Button";
import { Confirm } from "../kit/Dialog";
import { Pages } from "../kit/Pages";
import { ago, inFull } from "../words/dates";
import { Letter } from "./Letter";
import { useSay } from "./words";

type Contribution = Schemas["ContributionView"];

/** Messages from contact forms, the newest first; opened over the list. */
export function Inbox({ site }: { site: Site }) {
  const say = useSay();
  const doing = useAct(["contributions", site.id]);
  const [open, setOpen] = useState<Contribution>();
  const [doomed, setDoomed] = useState<Contribution>();

  const remove = (one: Contribution) =>
    doing.perform(
      () =>
        api.DELETE("/manage/v1/sites/{site}/contributions/{contribution}", {
          params: { path: { site: site.id, contribution: one.id } },
        }),
      say("removed"),
    );

  return (
    <div className="stack">
      {doing.problem !== undefined && <Refusal problem={doing.problem} />}
      <Pages
        name={["contributions", site.id, "message"]}
        fetch={(cursor) =>
          read(
            api.GET("/manage/v1/sites/{site}/contributions", {
              params: { path: { site: site.id }, query: { kind: "message", pageSize: 30, cursor } },
            }),
          )
        }
        empty={
          <Empty icon={<InboxIcon size={40} strokeWidth={1.5} aria-hidden />} title={say("empty")}>
            <p>{say("empty.text")}</p>
            {may(site, "site.manage") && (
              <ButtonLink to={`/sites/${site.id}/settings/forms`}>{say("empty.forms")}</ButtonLink>
            )}
          </Empty>
        }
      >
        {(messages) => (
          <ul className="messages-list">
            {messages.map((message) => (
              <li key={message.id}>
                <button type="button" className="messages-line" onClick={() => setOpen(message)}>
                  <span className="messages-who">{message.name || message.email || say("nobody")}</span>
                  <span className="messages-text">{message.text}</span>
                  <time className="soft small" dateTime={message.receivedAt} title={inFull(message.receivedAt)}>
                    {ago(message.receivedAt)}
                  </time>
                </button>
              </li>
            ))}
          </ul>
        )}
      </Pages>
      {open && (
        <Letter
          site={site}
          message={open}
          onRemove={() => {
            setDoomed(open);
            setOpen(undefined);
          }}
          onClose={() => setOpen(undefined)}
        />
      )}
      {doomed && (
        <Confirm
          title={say("remove.title")}
          act={say("remove")}
          onAct={() => void remove(doomed)}
          onClose={() => setDoomed(undefined)}
        >
          <p>{say("remove.text")}</p>
        </Confirm>
      )}
    </div>
  );
}
