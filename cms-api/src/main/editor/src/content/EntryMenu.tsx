import { Archive, ArchiveRestore, Copy, Ellipsis, FolderInput, PenLine, Trash2, Undo2 } from "lucide-react";
import { useState } from "react";
import { useNavigate } from "react-router";
import type { Site } from "../app/site";
import { ActMenu, type Item } from "../kit/Menu";
import { toHeading } from "../kit/toHeading";
import { useEntryActs } from "./entryActs";
import type { Filters } from "./filters";
import type { EntryLine } from "./findEntries";
import { MoveEntry } from "./MoveEntry";
import { useSay } from "./words";

const ICON = { size: 18, strokeWidth: 1.5, "aria-hidden": true } as const;

/** What may be done with one entry of a list. */
export function EntryMenu({ site, line, place }: { site: Site; line: EntryLine; place: Filters["place"] }) {
  const say = useSay();
  const navigate = useNavigate();
  const acts = useEntryActs(site);
  const [isMoving, setMoving] = useState(false);
  const title = line.translation.title || say("untitled");
  const isSeen = Boolean(line.translation.publishedRevision);

  /** Where the row was, no row is any more: whoever works by keyboard goes on from the heading. */
  async function leaving(act: Promise<void>) {
    await act;
    toHeading();
  }

  const open: Item = {
    id: "open",
    label: say("act.open"),
    icon: <PenLine {...ICON} />,
    onAct: () => void navigate(`/sites/${site.id}/entries/${line.id}/${line.translation.locale}`),
  };
  const copy: Item = {
    id: "copy",
    label: say("act.copy"),
    icon: <Copy {...ICON} />,
    onAct: () => acts.copy(line.id, title),
  };
  const trash: Item = {
    id: "trash",
    label: say(isSeen ? "act.trashSeen" : "act.trash"),
    icon: <Trash2 {...ICON} />,
    isDanger: true,
    isDisabled: isSeen,
    onAct: () => void leaving(acts.trash(line.id, title)),
  };
  const items: Record<Filters["place"], Item[]> = {
    site: [
      open,
      copy,
      { id: "move", label: say("act.move"), icon: <FolderInput {...ICON} />, onAct: () => setMoving(true) },
      {
        id: "archive",
        label: say(isSeen ? "act.archiveSeen" : "act.archive"),
        icon: <Archive {...ICON} />,
        isDisabled: isSeen,
        onAct: () => void leaving(acts.archive(line.id, title)),
      },
      trash,
    ],
    archive: [
      open,
      {
        id: "unarchive",
        label: say("act.unarchive"),
        icon: <ArchiveRestore {...ICON} />,
        onAct: () => void leaving(acts.unarchive(line.id, title)),
      },
      copy,
      trash,
    ],
    trash: [
      {
        id: "restore",
        label: say("act.restore"),
        icon: <Undo2 {...ICON} />,
        onAct: () => void leaving(acts.restore(line.id, title)),
      },
    ],
  };
  return (
    <>
      <ActMenu
        label={say("act.more", { title })}
        icon={<Ellipsis {...ICON} />}
        iconOnly
        look="quiet"
        items={items[place]}
      />
      {isMoving && <MoveEntry site={site} line={line} onClose={() => setMoving(false)} />}
    </>
  );
}
