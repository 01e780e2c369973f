import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, read } from "../../api/client";
import { queries } from "../../app/queries";
import type { TypeDefinition } from "../../content/door";
import { Notice, Refusal } from "../../kit/Bits";
import { Button } from "../../kit/Button";
import { Confirm } from "../../kit/Dialog";
import { tell } from "../../kit/toasts";
import { inFull } from "../../words/dates";
import { useDesk } from "../desk";
import type { Fields } from "../door";
import { type Place, pathOf } from "../load";
import { useSay } from "../words";
import { TakeOver } from "./TakeOver";

/** What was sent lies aside: the draft is read again, and what lies aside is offered there. */
export function Aside({ onReload }: { onReload: () => void }) {
  const say = useSay();
  return (
    <Notice tone="warning">
      <h2>{say("aside.title")}</h2>
      <p>{say("aside.text")}</p>
      <Button
        look="primary"
        onPress={() => {
          void queries.invalidateQueries({ queryKey: ["types"] });
          void queries.invalidateQueries({ queryKey: ["kept"] });
          onReload();
        }}
      >
        {say("aside.see")}
      </Button>
    </Notice>
  );
}

const keyOf = ({ site, entry, locale }: Place) => ["kept", site.id, entry, locale];

/** Versions that lie aside on the server: to take over from, or to throw away. */
export function KeptDrafts({ type }: { type: TypeDefinition }) {
  const say = useSay();
  const desk = useDesk();
  const [seen, setSeen] = useState<{ kept: string; fields: Fields }>();
  const [dropped, setDropped] = useState<{ kept: string; savedAt: string }>();
  const kept = useQuery({
    queryKey: keyOf(desk),
    queryFn: () =>
      read(api.GET("/manage/v1/sites/{site}/entries/{entry}/translations/{locale}/kept-drafts", pathOf(desk))),
  });
  const items = kept.data?.items ?? [];

  async function drop(id: string) {
    const { path } = pathOf(desk).params;
    await api.DELETE("/manage/v1/sites/{site}/entries/{entry}/translations/{locale}/kept-drafts/{kept}", {
      params: { path: { ...path, kept: id } },
    });
    await queries.invalidateQueries({ queryKey: keyOf(desk) });
  }

  if (kept.isError) {
    return <Refusal problem={kept.error} onRetry={() => kept.refetch()} />;
  }
  if (items.length === 0) {
    return null;
  }
  return (
    <Notice tone="warning">
      <h2>{say("kept.open", { count: items.length })}</h2>
      <ul>
        {items.map((item) => (
          <li className="row" key={item.kept}>
            <span>{say("kept.when", { when: inFull(item.savedAt) })}</span>
            <Button onPress={() => setSeen({ kept: item.kept, fields: item.fields as Fields })}>
              {say("kept.see")}
            </Button>
            <Button look="quiet" onPress={() => setDropped(item)}>
              {say("kept.drop")}
            </Button>
          </li>
        ))}
      </ul>
      {seen && (
        <TakeOver
          type={type}
          kept={seen.fields}
          onClose={() => setSeen(undefined)}
          onSaved={() => void drop(seen.kept)}
        />
      )}
      {dropped && (
        <Confirm
          title={say("kept.drop")}
          act={say("kept.drop")}
          onClose={() => setDropped(undefined)}
          onAct={() => void drop(dropped.kept).then(() => tell(say("kept.dropped")))}
        >
          <p>{say("kept.when", { when: inFull(dropped.savedAt) })}</p>
        </Confirm>
      )}
    </Notice>
  );
}
