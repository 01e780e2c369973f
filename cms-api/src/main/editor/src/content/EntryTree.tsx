import { useInfiniteQuery } from "@tanstack/react-query";
import { ChevronRight, FileText } from "lucide-react";
import { useState } from "react";
import { Button as AriaButton, Tree, TreeItem, TreeItemContent } from "react-aria-components";
import { useNavigate } from "react-router";
import { api, nextCursor, read } from "../api/client";
import type { Site } from "../app/site";
import { Empty, Refusal, Shapes } from "../kit/Bits";
import type { Filters } from "./filters";
import type { EntryLine } from "./findEntries";
import { Shown } from "./Shown";
import { useTypeName } from "./types";
import { useSay } from "./words";

const PAGE = 100;

/** What lies under one entry, or under none, by title and page by page. */
function useBranch(site: Site, locale: string, parent: string, type: string | undefined) {
  return useInfiniteQuery({
    queryKey: ["entries", site.id, "under", parent, locale, type],
    initialPageParam: undefined as string | undefined,
    getNextPageParam: nextCursor,
    queryFn: ({ pageParam }) =>
      read(
        api.GET("/manage/v1/sites/{site}/entries", {
          params: {
            path: { site: site.id },
            query: { parent, locale, type, sort: "title", pageSize: PAGE, cursor: pageParam },
          },
        }),
      ),
  });
}

/** Entries under those that they lie under. A branch is fetched when it is opened. */
export function EntryTree({ site, filters }: { site: Site; filters: Filters }) {
  const say = useSay();
  const navigate = useNavigate();
  const locale = filters.locale ?? site.locales[0] ?? "";
  const top = useBranch(site, locale, "", filters.type);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());

  if (top.isPending) {
    return <Shapes rows={8} />;
  }
  if (top.isError) {
    return <Refusal problem={top.error} onRetry={() => top.refetch()} />;
  }
  if (top.data.pages[0]?.items.length === 0) {
    return (
      <Empty icon={<FileText size={28} strokeWidth={1.5} aria-hidden />} title={say("empty.tree")}>
        <p>{say("empty.treeText")}</p>
      </Empty>
    );
  }
  return (
    <Tree
      className="content-tree"
      aria-label={say("tree.label")}
      expandedKeys={open as Set<string>}
      onExpandedChange={(keys) => setOpen(new Set([...keys].map(String)))}
      onAction={(key) => {
        if (!String(key).startsWith(MORE)) {
          void navigate(`/sites/${site.id}/entries/${String(key)}/${locale}`);
        }
      }}
    >
      <Leaves site={site} locale={locale} parent="" type={filters.type} open={open} />
    </Tree>
  );
}

const MORE = "more ";

function Leaves({
  site,
  locale,
  parent,
  type,
  open,
}: {
  site: Site;
  locale: string;
  parent: string;
  type?: string;
  open: ReadonlySet<string>;
}) {
  const say = useSay();
  const branch = useBranch(site, locale, parent, type);
  const lines = (branch.data?.pages ?? []).flatMap((page) => page.items);
  if (branch.isPending || branch.isError) {
    return (
      <TreeItem id={`${MORE}${parent}`} textValue={say("tree.loading")} className="content-leaf">
        <TreeItemContent>{say(branch.isError ? "tree.failed" : "tree.loading")}</TreeItemContent>
      </TreeItem>
    );
  }
  return (
    <>
      {lines.map((line) => (
        <Leaf key={line.id} site={site} locale={locale} line={line} open={open} />
      ))}
      {branch.hasNextPage && (
        <TreeItem
          id={`${MORE}${parent}`}
          textValue={say("list.more")}
          className="content-leaf content-more"
          onAction={() => void branch.fetchNextPage()}
        >
          <TreeItemContent>{say("list.more")}</TreeItemContent>
        </TreeItem>
      )}
    </>
  );
}

function Leaf({
  site,
  locale,
  line,
  open,
}: {
  site: Site;
  locale: string;
  line: EntryLine;
  open: ReadonlySet<string>;
}) {
  const say = useSay();
  const typeName = useTypeName(site);
  const title = line.translation.title || say("untitled");
  return (
    <TreeItem id={line.id} textValue={title} className="content-leaf" hasChildItems={line.under > 0}>
      <TreeItemContent>
        {line.under > 0 ? (
          <AriaButton slot="chevron" className="content-chevron">
            <ChevronRight size={18} strokeWidth={1.5} aria-hidden />
          </AriaButton>
        ) : (
          <span className="content-chevron" />
        )}
        <span className="content-leaf-title">{title}</span>
        <span className="soft small content-wide">{typeName(line.type)}</span>
        {line.under > 0 && <span className="soft small content-wide">{say("tree.under", { count: line.under })}</span>}
        <Shown translation={line.translation} />
      </TreeItemContent>
      {line.under > 0 && open.has(line.id) && <Leaves site={site} locale={locale} parent={line.id} open={open} />}
    </TreeItem>
  );
}
