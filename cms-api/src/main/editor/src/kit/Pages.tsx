import { useInfiniteQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type Listing, nextCursor } from "../api/client";
import { Refusal, Shapes } from "./Bits";
import { Button } from "./Button";
import { useSay } from "./words";

/**
 * A list that the server pages, with a button for more. `children` shows what has come so far.
 *
 * @param name  of the list and what it was asked for: another name is another list
 * @param fetch a page from a cursor on
 */
export function Pages<T>({
  name,
  fetch,
  empty,
  children,
}: {
  name: readonly unknown[];
  fetch: (cursor: string | undefined) => Promise<Listing<T>>;
  empty: ReactNode;
  children: (items: T[]) => ReactNode;
}) {
  const say = useSay();
  const query = useInfiniteQuery({
    queryKey: name,
    queryFn: ({ pageParam }) => fetch(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: nextCursor,
  });
  if (query.isPending) {
    return <Shapes />;
  }
  if (query.isError) {
    return <Refusal problem={query.error} onRetry={() => query.refetch()} />;
  }
  const items = query.data.pages.flatMap((page) => page.items);
  if (items.length === 0) {
    return empty;
  }
  return (
    <>
      {children(items)}
      {query.hasNextPage && (
        <div>
          <Button isDisabled={query.isFetchingNextPage} onPress={() => query.fetchNextPage()}>
            {say("more")}
          </Button>
        </div>
      )}
    </>
  );
}
