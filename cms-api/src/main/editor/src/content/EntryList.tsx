import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { FileText, Search, Trash2 } from "lucide-react";
import { useEffect, useMemo } from "react";
import { api, nextCursor, read } from "../api/client";
import type { Site } from "../app/site";
import { announce } from "../kit/announce";
import { Empty, Refusal, Shapes } from "../kit/Bits";
import { Button, ButtonLink } from "../kit/Button";
import { BulkBar } from "./BulkBar";
import { EntryTable, type Row } from "./EntryTable";
import { ALL, type Filters, narrows, questionOf, searchOf } from "./filters";
import { useSay } from "./words";

const PAGE = 50;

/** The list that the filters ask for, page by page. While a newer one is fetched, the one before stays. */
export function EntryList({
  site,
  person,
  filters,
  chosen,
  onChoose,
  onFilter,
}: {
  site: Site;
  person: string;
  filters: Filters;
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
  onFilter: (filters: Filters) => void;
}) {
  const say = useSay();
  const question = questionOf(filters, person);
  const list = useInfiniteQuery({
    queryKey: ["entries", site.id, question],
    placeholderData: keepPreviousData,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: nextCursor,
    queryFn: ({ pageParam, signal }) =>
      read(
        api.GET("/manage/v1/sites/{site}/entries", {
          params: { path: { site: site.id }, query: { ...question, pageSize: PAGE, cursor: pageParam } },
          signal,
        }),
      ),
  });
  const rows = useMemo<Row[]>(
    () =>
      (list.data?.pages ?? []).flatMap((page) =>
        page.items.map((line) => ({ ...line, key: `${line.id} ${line.translation.locale}` })),
      ),
    [list.data],
  );
  const found = list.isPlaceholderData ? undefined : rows.length;
  useEffect(() => {
    if (found !== undefined && filters.title) {
      announce(say("list.found", { count: found }));
    }
  }, [found, filters.title, say]);

  return (
    <>
      {/* It stays while the list changes: what it changed may be gone from it, and can still be undone. */}
      <BulkBar
        key={searchOf(filters).toString()}
        site={site}
        person={person}
        filters={filters}
        chosen={list.isPlaceholderData ? [] : rows.filter((row) => chosen.has(row.key))}
        hasMore={list.hasNextPage}
        onDone={() => onChoose(new Set())}
      />
      {list.isPending && <Shapes rows={8} />}
      {list.isError && <Refusal problem={list.error} onRetry={() => list.refetch()} />}
      {list.isSuccess && rows.length === 0 && <NothingHere site={site} filters={filters} onFilter={onFilter} />}
      {rows.length > 0 && (
        <div aria-busy={list.isPlaceholderData} className={list.isPlaceholderData ? "content-old" : undefined}>
          <EntryTable
            site={site}
            rows={rows}
            filters={filters}
            chosen={chosen}
            isOld={list.isPlaceholderData}
            onChoose={onChoose}
            onSort={(sort) => onFilter({ ...filters, sort })}
          />
        </div>
      )}
      {rows.length > 0 && list.hasNextPage && (
        <div className="row">
          <Button isDisabled={list.isFetchingNextPage} onPress={() => list.fetchNextPage()}>
            {say("list.more")}
          </Button>
          <span className="soft small">{say("list.shown", { count: rows.length })}</span>
        </div>
      )}
    </>
  );
}

function NothingHere({
  site,
  filters,
  onFilter,
}: {
  site: Site;
  filters: Filters;
  onFilter: (filters: Filters) => void;
}) {
  const say = useSay();
  if (narrows(filters)) {
    return (
      <Empty icon={<Search size={28} strokeWidth={1.5} aria-hidden />} title={say("empty.filtered")}>
        <p>{say("empty.filteredText")}</p>
        <Button onPress={() => onFilter({ ...ALL, place: filters.place })}>{say("filter.clear")}</Button>
      </Empty>
    );
  }
  if (filters.place !== "site") {
    return (
      <Empty icon={<Trash2 size={28} strokeWidth={1.5} aria-hidden />} title={say(`empty.${filters.place}`)}>
        <p>{say(`empty.${filters.place}Text`)}</p>
      </Empty>
    );
  }
  return (
    <Empty icon={<FileText size={28} strokeWidth={1.5} aria-hidden />} title={say("empty.site")}>
      <p>{say("empty.siteText")}</p>
      <ButtonLink to={`/sites/${site.id}/new`}>{say("new")}</ButtonLink>
    </Empty>
  );
}
