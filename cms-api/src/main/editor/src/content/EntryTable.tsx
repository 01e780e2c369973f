import { ArrowDown, ArrowUp } from "lucide-react";
import { Link } from "react-router";
import type { Site } from "../app/site";
import { ago, inFull } from "../words/dates";
import { EntryMenu } from "./EntryMenu";
import type { Filters } from "./filters";
import type { EntryLine } from "./findEntries";
import { Shown } from "./Shown";
import { useTypeName } from "./types";
import { useAudienceName } from "./useAudienceName";
import { useSay } from "./words";

export interface Row extends EntryLine {
  key: string;
}

/** Translations, one a row. A row is chosen by its box and opened by its title; all else is in its menu. */
export function EntryTable({
  site,
  rows,
  filters,
  chosen,
  isOld,
  onChoose,
  onSort,
}: {
  site: Site;
  rows: readonly Row[];
  filters: Filters;
  chosen: ReadonlySet<string>;
  /** What is shown is the list before this one: nothing of it can be chosen, or one would act on what was not asked for. */
  isOld: boolean;
  onChoose: (chosen: ReadonlySet<string>) => void;
  onSort: (sort: Filters["sort"]) => void;
}) {
  const say = useSay();
  const typeName = useTypeName(site);
  const audienceName = useAudienceName(site);
  const isAll = rows.length > 0 && rows.every((row) => chosen.has(row.key));

  function choose(keys: readonly string[], isOn: boolean) {
    const next = new Set(chosen);
    for (const key of keys) {
      if (isOn) {
        next.add(key);
      } else {
        next.delete(key);
      }
    }
    onChoose(next);
  }

  return (
    <div className="table-frame content-frame">
      <table className="table content-table">
        <caption className="hidden">{say("list.caption")}</caption>
        <thead>
          <tr>
            <th scope="col" className="content-box">
              <label className="content-hit">
                <input
                  type="checkbox"
                  aria-label={say("choose.page")}
                  disabled={isOld}
                  checked={isAll}
                  onChange={(event) =>
                    choose(
                      rows.map((row) => row.key),
                      event.target.checked,
                    )
                  }
                />
              </label>
            </th>
            <th scope="col" aria-sort={filters.sort === "title" ? "ascending" : undefined}>
              <button type="button" className="content-sort" onClick={() => onSort("title")}>
                {say("column.title")}
                {filters.sort === "title" && <ArrowUp size={14} aria-hidden />}
              </button>
            </th>
            <th scope="col" className="content-wide">
              {say("column.type")}
            </th>
            <th scope="col">{say("column.state")}</th>
            <th scope="col" className="content-wide">
              {say("column.locale")}
            </th>
            <th scope="col" className="content-widest">
              {say("column.audience")}
            </th>
            <th scope="col" className="content-wide" aria-sort={sortOfTime(filters.sort)}>
              <button
                type="button"
                className="content-sort"
                onClick={() => onSort(filters.sort === "-updatedAt" ? "updatedAt" : "-updatedAt")}
              >
                {say("column.updated")}
                {filters.sort === "-updatedAt" && <ArrowDown size={14} aria-hidden />}
                {filters.sort === "updatedAt" && <ArrowUp size={14} aria-hidden />}
              </button>
            </th>
            <th scope="col">
              <span className="hidden">{say("column.acts")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} data-chosen={chosen.has(row.key) || undefined}>
              <td className="content-box">
                <label className="content-hit">
                  <input
                    type="checkbox"
                    aria-label={say("choose.row", { title: row.translation.title })}
                    disabled={isOld}
                    checked={chosen.has(row.key)}
                    onChange={(event) => choose([row.key], event.target.checked)}
                  />
                </label>
              </td>
              <th scope="row" className="content-title">
                <Link to={`/sites/${site.id}/entries/${row.id}/${row.translation.locale}`}>
                  {row.translation.title || say("untitled")}
                </Link>
                <span className="content-narrow soft small">
                  {typeName(row.type)} · {row.translation.locale} · {ago(row.translation.updatedAt)}
                </span>
              </th>
              <td className="content-wide">{typeName(row.type)}</td>
              <td>
                <Shown translation={row.translation} />
              </td>
              <td className="content-wide">{row.translation.locale}</td>
              <td className="content-widest">{audienceName(row.audience)}</td>
              <td className="content-wide content-time">
                <time dateTime={row.translation.updatedAt} title={inFull(row.translation.updatedAt, site.timeZone)}>
                  {ago(row.translation.updatedAt)}
                </time>
              </td>
              <td className="content-acts">
                <EntryMenu site={site} line={row} place={filters.place} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function sortOfTime(sort: Filters["sort"]): "ascending" | "descending" | undefined {
  return sort === "-updatedAt" ? "descending" : sort === "updatedAt" ? "ascending" : undefined;
}
