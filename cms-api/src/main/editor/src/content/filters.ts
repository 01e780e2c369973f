import type { Schemas } from "../api/client";

/** Which list one looks at. All of it stands in the address, so that back and reload lead to the same list. */
export interface Filters {
  place: "site" | "archive" | "trash";
  type?: string;
  locale?: string;
  state?: "unpublished" | "published" | "changed";
  /** Only drafts that oneself saved. */
  mine?: boolean;
  title?: string;
  sort: "-updatedAt" | "updatedAt" | "title";
  layout: "list" | "tree";
}

const PLACES = ["site", "archive", "trash"] as const;
const STATES = ["unpublished", "published", "changed"] as const;
const SORTS = ["-updatedAt", "updatedAt", "title"] as const;

export const ALL: Filters = { place: "site", sort: "-updatedAt", layout: "list" };

function oneOf<T extends string>(known: readonly T[], value: string | null): T | undefined {
  return known.find((one) => one === value);
}

export function filtersOf(search: URLSearchParams): Filters {
  return {
    place: oneOf(PLACES, search.get("place")) ?? "site",
    type: search.get("type") ?? undefined,
    locale: search.get("locale") ?? undefined,
    state: oneOf(STATES, search.get("state")),
    mine: search.get("mine") === "yes" || undefined,
    title: search.get("title") ?? undefined,
    sort: oneOf(SORTS, search.get("sort")) ?? "-updatedAt",
    layout: search.get("layout") === "tree" ? "tree" : "list",
  };
}

/** The address of a list, without what goes without saying: the same list always has the same one. */
export function searchOf(filters: Filters): URLSearchParams {
  const search = new URLSearchParams();
  const said: Array<[string, string | undefined, string]> = [
    ["place", filters.place, "site"],
    ["type", filters.type, ""],
    ["locale", filters.locale, ""],
    ["state", filters.state, ""],
    ["mine", filters.mine ? "yes" : undefined, ""],
    ["title", filters.title, ""],
    ["sort", filters.sort, "-updatedAt"],
    ["layout", filters.layout, "list"],
  ];
  for (const [name, value, usual] of said) {
    if (value && value !== usual) {
      search.set(name, value);
    }
  }
  return search;
}

/** What the API is asked for; what goes without saying is left out here, too. */
export function questionOf(filters: Filters, person: string) {
  return {
    place: filters.place === "site" ? undefined : filters.place,
    type: filters.type,
    locale: filters.locale,
    state: filters.state,
    writer: filters.mine ? person : undefined,
    title: filters.title?.trim() || undefined,
    sort: filters.sort === "-updatedAt" ? undefined : filters.sort,
  };
}

/** The same list, as a bulk change names it. */
export function bulkFilterOf(filters: Filters, person: string): Schemas["BulkFilter"] {
  const { sort: _, ...filter } = questionOf(filters, person);
  return filter;
}

/** Whether anything narrows the list, so that an empty one says to look wider rather than to begin. */
export function narrows(filters: Filters): boolean {
  return Boolean(filters.type || filters.locale || filters.state || filters.mine || filters.title);
}
