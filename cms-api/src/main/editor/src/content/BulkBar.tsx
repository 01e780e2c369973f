import { Archive, CloudOff, Ellipsis, Send, Tag, Tags, Trash2 } from "lucide-react";
import { useState } from "react";
import { may, type Site } from "../app/site";
import { Button } from "../kit/Button";
import { ActMenu, type Item } from "../kit/Menu";
import { toHeading } from "../kit/toHeading";
import { type BulkAct, BulkDialog } from "./BulkDialog";
import type { Row } from "./EntryTable";
import type { Filters } from "./filters";
import { useSay } from "./words";

const ICON = { size: 18, strokeWidth: 1.5, "aria-hidden": true } as const;

/** What can be done with the rows that were chosen, or with all that the list holds. */
export function BulkBar({
  site,
  person,
  filters,
  chosen,
  hasMore,
  onDone,
}: {
  site: Site;
  person: string;
  filters: Filters;
  chosen: readonly Row[];
  hasMore: boolean;
  onDone: () => void;
}) {
  const say = useSay();
  const [isWhole, setWhole] = useState(false);
  const [act, setAct] = useState<BulkAct>();
  if (chosen.length === 0 && !act) {
    return null;
  }
  const publishes = may(site, "content.publish") && filters.place !== "trash";
  const more: Item[] = [
    ...(publishes ? [{ id: "unpublish", label: say("bulk.unpublish"), icon: <CloudOff {...ICON} /> }] : []),
    ...(filters.place === "site"
      ? [
          { id: "add-reference", label: say("bulk.tag"), icon: <Tag {...ICON} /> },
          { id: "remove-reference", label: say("bulk.untag"), icon: <Tags {...ICON} /> },
          { id: "archive", label: say("bulk.archive"), icon: <Archive {...ICON} /> },
        ]
      : []),
    ...(filters.place !== "trash"
      ? [{ id: "trash", label: say("bulk.trash"), icon: <Trash2 {...ICON} />, isDanger: true }]
      : []),
  ].map((item) => ({ ...item, onAct: () => setAct(item.id as BulkAct) }));

  return (
    <section className="content-bulk" aria-label={say("bulk.label")}>
      <strong role="status">{isWhole ? say("bulk.all") : say("bulk.count", { count: chosen.length })}</strong>
      {hasMore && !isWhole && (
        <Button look="quiet" onPress={() => setWhole(true)}>
          {say("bulk.chooseAll")}
        </Button>
      )}
      <span className="actions">
        {publishes && (
          <Button icon={<Send {...ICON} />} onPress={() => setAct("publish")}>
            {say("bulk.publish")}
          </Button>
        )}
        {more.length > 0 && <ActMenu label={say("bulk.more")} icon={<Ellipsis {...ICON} />} items={more} />}
        <Button
          look="quiet"
          onPress={() => {
            setWhole(false);
            onDone();
          }}
        >
          {say("bulk.none")}
        </Button>
      </span>
      {act && (
        <BulkDialog
          site={site}
          person={person}
          act={act}
          selection={isWhole ? { filters } : { rows: chosen }}
          onClose={(wasStarted) => {
            setAct(undefined);
            if (wasStarted) {
              setWhole(false);
              onDone();
              toHeading();
            }
          }}
        />
      )}
    </section>
  );
}
