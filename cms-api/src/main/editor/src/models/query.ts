import { useQuery } from "@tanstack/react-query";
import { api, readTagged } from "../api/client";
import type { Site } from "../app/site";

/** The name of the queries that list the types of a site's agency; shared with the content. */
export function typesOf(site: Site): readonly unknown[] {
  return ["types", site.agency];
}

export function typeOf(site: Site, type: string): readonly unknown[] {
  return ["type", site.agency, type];
}

/** A type, and the tag that a change of it names. */
export function useType(site: Site, type: string) {
  return useQuery({
    queryKey: typeOf(site, type),
    queryFn: () =>
      readTagged(
        api.GET("/manage/v1/agencies/{agency}/content-types/{type}", {
          params: { path: { agency: site.agency, type } },
        }),
      ),
    // What is being edited is not exchanged under somebody's hands.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}
