import { api, read, type Schemas } from "../api/client";
import type { Site } from "../app/site";
import type { Row } from "./EntryTable";
import { bulkFilterOf, type Filters } from "./filters";

export type BulkAct = "publish" | "unpublish" | "archive" | "trash" | "add-reference" | "remove-reference";

/** Rows that were chosen, or all that a list holds. */
export type Selection = { rows: readonly Row[] } | { filters: Filters };

/** What `add-reference` and `remove-reference` are told besides. */
export interface Reference {
  field: string;
  target: string;
}

/** Acts with a whole entry; the others are with a translation. */
const WHOLE: readonly BulkAct[] = ["archive", "trash"];

/** The jobs that do it: one, or, where translations in several locales were chosen, one for each locale. */
export function bulkChanges(
  act: BulkAct,
  selection: Selection,
  person: string,
  reference?: Reference,
): Array<Schemas["NewBulkChange"]> {
  if ("filters" in selection) {
    return [{ act, ...reference, filter: bulkFilterOf(selection.filters, person) }];
  }
  if (WHOLE.includes(act)) {
    return [{ act, entries: [...new Set(selection.rows.map((row) => row.id))] }];
  }
  const byLocale = new Map<string, string[]>();
  for (const { id, translation } of selection.rows) {
    byLocale.set(translation.locale, [...(byLocale.get(translation.locale) ?? []), id]);
  }
  return [...byLocale].map(([locale, entries]) => ({ act, ...reference, locale, entries }));
}

export function startBulk(site: Site, change: Schemas["NewBulkChange"]): Promise<Schemas["BulkView"]> {
  return read(api.POST("/manage/v1/sites/{site}/bulk-changes", { params: { path: { site: site.id } }, body: change }));
}

export function undoBulk(site: Site, job: string): Promise<Schemas["BulkView"]> {
  return read(
    api.POST("/manage/v1/sites/{site}/bulk-changes/{job}/undoings", { params: { path: { site: site.id, job } } }),
  );
}
