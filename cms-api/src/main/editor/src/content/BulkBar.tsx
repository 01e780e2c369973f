import { Archive, CloudOff, Ellipsis, Send, Tag, Tags, Trash2 } from "lucide-react";
import { useState } from "react";
import { may, type Site } from "../app/site";
import { Button } from "../kit/Button";
import { ActMenu, type Item } from "../kit/Menu";
import { toHeading } from "../kit/toHeading";
import { BulkDialog } from "./BulkDialog";
import type { BulkAct, Selection } from "./bulk";
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
  const [wholeOf, setWholeOf] = useState("");
  const [asked, setAsked] = useState<{ act: BulkAct; selection: Selection }>();
  if (chosen.length === 0 && !asked) {
    return null;
  }
  // "All of it" was said with these rows chosen: whoever chooses others means those.
  const these = chosen.map((row) => row.key).join();
  const isWhole = wholeOf !== "" && wholeOf === these;
  /** What was chosen at this moment is meant, whatever the list shows later. */
  const ask = (act: BulkAct) => setAsked({ act, selection: isWhole ? { filters } : { rows: chosen } });
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
  ].map((item) => ({ ...item, onAct: () => ask(item.id as BulkAct) }));

  return (
    <section className="content-bulk" aria-label={say("bulk.label")}>
      <strong role="status">{isWhole ? say("bulk.all") : say("bulk.count", { count: chosen.length })}</strong>
      {hasMore && !isWhole && (
        <Button look="quiet" onPress={() => setWholeOf(these)}>
          {say("bulk.chooseAll")}
        </Button>
      )}
      <span className="actions">
        {publishes && (
          <Button icon={<Send {...ICON} />} onPress={() => ask("publish")}>
            {say("bulk.publish")}
          </Button>
        )}
        {more.length > 0 && <ActMenu label={say("bulk.more")} icon={<Ellipsis {...ICON} />} items={more} />}
        <Button
          look="quiet"
          onPress={() => {
            setWholeOf("");
            onDone();
          }}
        >
          {say("bulk.none")}
        </Button>
      </span>
      {asked && (
        <BulkDialog
          site={site}
          person={person}
          act={asked.act}
          selection={asked.selection}
          onClose={(wasStarted) => {
            setAsked(undefined);
            if (wasStarted) {
              setWholeOf("");
              onDone();
              toHeading();
            }
          }}
        />
      )}
    </section>
  );
}
