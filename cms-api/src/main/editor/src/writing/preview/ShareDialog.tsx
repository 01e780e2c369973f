import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api, read, type Schemas } from "../../api/client";
import { queries } from "../../app/queries";
import type { Site } from "../../app/site";
import { Refusal, Shapes } from "../../kit/Bits";
import { Button } from "../../kit/Button";
import { Dialog } from "../../kit/Dialog";
import { Select, TextInput } from "../../kit/Field";
import { tell } from "../../kit/toasts";
import { inFull } from "../../words/dates";
import { useSay } from "../words";
import type { Shown } from "./previews";

const DAYS = [1, 7, 14, 30];

/** A link for somebody who does not sign in; and the links that there are, to take back. */
export function ShareDialog({
  site,
  shown,
  path,
  onClose,
}: {
  site: Site;
  shown: Shown;
  path: string;
  onClose: () => void;
}) {
  const say = useSay();
  const [name, setName] = useState(say("share.nameText"));
  const [days, setDays] = useState("7");
  const [made, setMade] = useState<string>();
  const [problem, setProblem] = useState<unknown>();

  async function make(event: FormEvent) {
    event.preventDefault();
    setProblem(undefined);
    const expiresAt = new Date(Date.now() + Number(days) * 86_400_000).toISOString();
    try {
      const answer = await read(
        api.POST("/manage/v1/sites/{site}/previews", {
          params: { path: { site: site.id } },
          body: { name: name.trim() || say("share.nameText"), ...shown, expiresAt },
        }),
      );
      // The link opens the front page; with a path before its question mark it opens the page itself.
      setMade((answer.url ?? "").replace(/\/\?/, `${path}?`));
      void queries.invalidateQueries({ queryKey: ["previews", site.id] });
    } catch (refused) {
      setProblem(refused);
    }
  }

  return (
    <Dialog title={say("share.title")} onClose={onClose}>
      <p>{say("share.lead")}</p>
      <form className="stack" onSubmit={make}>
        <TextInput label={say("share.name")} value={name} onChange={setName} />
        <Select
          label={say("share.for")}
          value={days}
          onChange={setDays}
          choices={DAYS.map((count) => ({ value: String(count), label: say("share.days", { days: count }) }))}
        />
        {problem !== undefined && <Refusal problem={problem} />}
        <div className="actions">
          <Button look="primary" type="submit">
            {say("share.make")}
          </Button>
        </div>
      </form>
      {made && (
        <div className="stack tight" role="status">
          <TextInput label={say("share.link")} value={made} onChange={() => undefined} readOnly autoFocus />
          <div className="actions">
            <Button onPress={() => void navigator.clipboard?.writeText(made).then(() => tell(say("share.copied")))}>
              {say("share.copy")}
            </Button>
          </div>
        </div>
      )}
      <Links site={site} />
    </Dialog>
  );
}

function Links({ site }: { site: Site }) {
  const say = useSay();
  const list = useQuery({
    queryKey: ["previews", site.id],
    queryFn: () =>
      read(
        api.GET("/manage/v1/sites/{site}/previews", { params: { path: { site: site.id }, query: { pageSize: 100 } } }),
      ),
  });
  if (list.isPending) {
    return <Shapes rows={2} />;
  }
  if (list.isError) {
    return <Refusal problem={list.error} onRetry={() => list.refetch()} />;
  }
  const open = list.data.items.filter((one) => one.state === "open" && one.name !== say("preview.name"));

  async function revoke({ id, name }: Schemas["PreviewView"]) {
    await api.DELETE("/manage/v1/sites/{site}/previews/{preview}", {
      params: { path: { site: site.id, preview: id } },
    });
    await queries.invalidateQueries({ queryKey: ["previews", site.id] });
    tell(say("share.revoked", { name }));
  }

  return (
    <section className="stack tight">
      <h3>{say("share.open")}</h3>
      {open.length === 0 && <p className="soft">{say("share.none")}</p>}
      <ul className="preview-links">
        {open.map((one) => (
          <li key={one.id} className="row">
            <span>
              {one.name} <span className="soft small">{say("share.until", { when: inFull(one.expiresAt) })}</span>
            </span>
            <Button look="danger" onPress={() => void revoke(one)}>
              {say("share.revoke", { name: one.name })}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
