import { useQuery } from "@tanstack/react-query";
import { api, read } from "../api/client";
import type { Site } from "../app/site";
import { useSay } from "./words";

/** The groups of a site by their ids, under the names that their administrators gave them. */
export function useGroups(site: Site, isWanted = true) {
  return useQuery({
    queryKey: ["parts", site.id, "group"],
    staleTime: 60_000,
    enabled: isWanted,
    queryFn: () =>
      read(
        api.GET("/manage/v1/sites/{site}/parts", {
          params: { path: { site: site.id }, query: { kind: "group" } },
        }),
      ),
  });
}

/** How people call an audience. */
export function useAudienceName(site: Site): (audience: string) => string {
  const say = useSay();
  const groups = useGroups(site);
  return (audience) => {
    switch (audience) {
      case "everyone":
        return say("audience.everyone");
      case "government":
        return say("audience.government");
      case "agency":
        return say("audience.agency");
      default: {
        const id = audience.replace(/^group:/, "");
        const group = groups.data?.items.find((part) => part.key === id);
        const value = group?.value as { name?: string } | undefined;
        return say("audience.group", { name: value?.name ?? id });
      }
    }
  };
}
