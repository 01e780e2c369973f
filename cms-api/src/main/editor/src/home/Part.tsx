import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { Refusal, Shapes } from "../kit/Bits";
import { useSay } from "./words";

/** A part of the first page: its heading at once, what belongs in it when it has come. */
export function Part<T>({
  title,
  query,
  empty,
  all,
  children,
}: {
  title: string;
  query: UseQueryResult<{ items: T[] }>;
  /** What to say, and to teach, where there is nothing. */
  empty: ReactNode;
  /** Where all of it is. */
  all?: string;
  children: (item: T) => ReactNode;
}) {
  const say = useSay();
  return (
    <section className="home-part">
      <header className="home-head">
        <h2>{title}</h2>
        {all && (query.data?.items.length ?? 0) > 0 && (
          <Link to={all} className="small">
            {say("all")}
            <span className="hidden"> {title}</span>
          </Link>
        )}
      </header>
      {query.isPending && <Shapes rows={3} />}
      {query.isError && <Refusal problem={query.error} onRetry={() => query.refetch()} />}
      {query.data?.items.length === 0 && <p className="soft">{empty}</p>}
      {query.data && query.data.items.length > 0 && <ul className="home-list">{query.data.items.map(children)}</ul>}
    </section>
  );
}
