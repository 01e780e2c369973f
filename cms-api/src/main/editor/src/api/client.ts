import createClient from "openapi-fetch";
import type { components, paths } from "./schema";
import { send } from "./send";

export type Schemas = components["schemas"];

/** The API as the document describes it: paths, parameters and bodies are checked by the compiler. Throws `Problem`. */
export const api = createClient<paths>({ baseUrl: location.origin, fetch: send });

/** What an answer says. */
export async function read<T>(call: Promise<{ data?: T; response: Response }>): Promise<T> {
  return (await call).data as T;
}

/** What an answer says, and the tag that a change of it has to name in `If-Match`. */
export async function readTagged<T>(
  call: Promise<{ data?: T; response: Response }>,
): Promise<{ data: T; tag: string; response: Response }> {
  const { data, response } = await call;
  return { data: data as T, tag: response.headers.get("ETag") ?? "*", response };
}

/** A page of a list, as all lists of the API have it. */
export interface Listing<T> {
  items: T[];
  page: { next?: string | null };
}

/** The cursor of the page after this one, for `useInfiniteQuery`. */
export function nextCursor(listing: Listing<unknown>): string | undefined {
  return listing.page.next ?? undefined;
}
