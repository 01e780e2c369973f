import { useState } from "react";
import { ALL, type Filters, searchOf } from "./filters";
import type nl from "./words.nl.json";

/** A list under a name. `key` names those that everybody has in their words; `name` is what somebody called their own. */
export interface View {
  id: string;
  key?: keyof typeof nl;
  name?: string;
  filters: Filters;
}

export const OFFERED: readonly View[] = [
  { id: "all", key: "view.all", filters: ALL },
  { id: "mine", key: "view.mine", filters: { ...ALL, mine: true, state: "unpublished" } },
  { id: "unpublished", key: "view.unpublished", filters: { ...ALL, state: "unpublished" } },
  { id: "changed", key: "view.changed", filters: { ...ALL, state: "changed" } },
  { id: "published", key: "view.published", filters: { ...ALL, state: "published" } },
  { id: "archive", key: "view.archive", filters: { ...ALL, place: "archive" } },
  { id: "trash", key: "view.trash", filters: { ...ALL, place: "trash" } },
];

/** The view that shows this list, if there is one: the layout does not make another list of it. */
export function viewOf(views: readonly View[], filters: Filters): View | undefined {
  const wanted = searchOf({ ...filters, layout: "list" }).toString();
  return views.find((view) => searchOf({ ...view.filters, layout: "list" }).toString() === wanted);
}

/** The views that this person made for a site; they are kept in this browser. */
export function useOwnViews(person: string, site: string) {
  const key = `plein.views ${person} ${site}`;
  const [views, setViews] = useState<View[]>(() => read(key));
  function keep(next: View[]) {
    setViews(next);
    localStorage.setItem(key, JSON.stringify(next));
  }
  return {
    views,
    add: (name: string, filters: Filters) => keep([...views, { id: crypto.randomUUID(), name, filters }]),
    rename: (id: string, name: string) => keep(views.map((view) => (view.id === id ? { ...view, name } : view))),
    remove: (id: string) => keep(views.filter((view) => view.id !== id)),
    putBack: (view: View) => keep([...views.filter((one) => one.id !== view.id), view]),
  };
}

function read(key: string): View[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(kept) ? (kept as View[]) : [];
  } catch {
    return [];
  }
}
