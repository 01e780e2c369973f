import "./writing.css";
import { useMemo } from "react";
import { useParams } from "react-router";
import { useSite } from "../app/site";
import { useTitle } from "../app/title";
import { useTypes } from "../content/door";
import { Notice, Refusal, Shapes } from "../kit/Bits";
import { DeskOf } from "./DeskOf";
import { titleIn, useEntry } from "./fields/entries";
import { useOpened } from "./load";
import { useSay } from "./words";

/** A translation of an entry, to write in. */
export default function Writing() {
  const say = useSay();
  const site = useSite();
  const { entry = "", locale = "" } = useParams();
  const types = useTypes(site);
  const about = useEntry(site, entry);
  const opened = useOpened({ site, entry, locale });
  const byKey = useMemo(() => new Map((types.data?.items ?? []).map((type) => [type.key, type])), [types.data]);
  const failed = [types, about, opened].find((query) => query.isError && !query.data);
  const type = about.data && byKey.get(about.data.type);
  useTitle(say("title", { title: titleIn(about.data, locale) || say("untitled") }));

  if (failed) {
    return (
      <div className="page">
        <Refusal problem={failed.error} onRetry={() => failed.refetch()} />
      </div>
    );
  }
  if (!about.data || !opened.data || !types.data) {
    return (
      <div className="page writing-coming">
        <Shapes rows={8} />
      </div>
    );
  }
  if (about.data.deletedAt || !type) {
    return (
      <div className="page">
        <Notice tone="warning">{say("trash")}</Notice>
      </div>
    );
  }
  return (
    <DeskOf
      key={`${entry} ${locale} ${opened.dataUpdatedAt}`}
      site={site}
      about={about.data}
      locale={locale}
      type={type}
      types={byKey}
      opened={opened.data}
      onReload={() => void opened.refetch()}
    />
  );
}
