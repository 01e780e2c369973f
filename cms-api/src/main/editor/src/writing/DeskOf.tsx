import { useDeferredValue, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { Schemas } from "../api/client";
import { queries } from "../app/queries";
import type { Site } from "../app/site";
import type { TypeDefinition } from "../content/door";
import { tell } from "../kit/toasts";
import { Aside, KeptDrafts } from "./conflict/Aside";
import { ConflictNotice } from "./conflict/ConflictNotice";
import { DeskProvider } from "./desk";
import type { PanelProps } from "./door";
import { Draft, saysMore } from "./draft/Draft";
import { FieldList } from "./fields/FieldList";
import { Folds } from "./fields/folds";
import { focusField } from "./focus";
import { Head } from "./Head";
import { Leaving } from "./Leaving";
import { keeperOf, type Opened, sendTo } from "./load";
import { PanelColumn } from "./panels/PanelColumn";
import { RefusedSave } from "./RefusedSave";
import { useSay } from "./words";

/** More blocks than these are closed at first. */
const FEW = 8;

/** A draft on the desk: its fields in one column, and panels beside them. */
export function DeskOf({
  site,
  about,
  locale,
  type,
  types,
  opened,
  onReload,
}: {
  site: Site;
  about: Schemas["EntryView"];
  locale: string;
  type: TypeDefinition;
  types: ReadonlyMap<string, TypeDefinition>;
  opened: Opened;
  onReload: () => void;
}) {
  const say = useSay();
  const entry = about.id;
  const [desk] = useState(() => {
    const place = { site, entry, locale };
    const draft = new Draft(opened.saved, sendTo(place), keeperOf(place));
    const blocks = Object.values(opened.saved.fields).filter(Array.isArray).flat().length;
    return { ...place, draft, types, folds: new Folds(blocks <= FEW) };
  });
  const { draft } = desk;
  const now = useSyncExternalStore(draft.subscribe, draft.snapshot);

  useEffect(() => {
    if (opened.kept && saysMore(opened.kept, opened.saved)) {
      draft.bringBack(opened.kept);
      tell(say("back.text"));
    }
    addEventListener("online", draft.online);
    return () => {
      removeEventListener("online", draft.online);
      draft.stop();
    };
  }, [draft, opened, say]);

  // Title, path and state of the entry follow its draft.
  useEffect(() => {
    if (now.revision !== opened.saved.revision) {
      void queries.invalidateQueries({ queryKey: ["entry", site.id, entry] });
    }
  }, [now.revision, opened, site, entry]);

  const { revision, savedAt, isSaved } = now;
  // Panels may take their time: whoever types does not wait for them.
  const fields = useDeferredValue(now.fields);
  const panel = useMemo<PanelProps>(
    () => ({
      site,
      entry,
      locale,
      draft: { revision, fields, savedAt, isSaved },
      onDraftChanged: onReload,
      focusField: (pointer) => focusField(desk, pointer),
    }),
    [site, entry, locale, revision, fields, savedAt, isSaved, onReload, desk],
  );

  return (
    <DeskProvider value={desk}>
      <Head about={about} locale={locale} type={type} now={now} panel={panel} />
      <PanelColumn panel={panel}>
        <div className="writing-column">
          <ConflictNotice now={now} type={type} />
          {now.state.is === "aside" ? <Aside onReload={onReload} /> : <KeptDrafts type={type} />}
          <RefusedSave state={now.state} />
          <FieldList definitions={type.fields} fields={now.fields} path="" titleField={type.titleField ?? "title"} />
        </div>
      </PanelColumn>
      <Leaving draft={draft} />
    </DeskProvider>
  );
}
