import { useQuery } from "@tanstack/react-query";
import { api, read } from "../api/client";
import type { PanelProps } from "../writing/door";

/** Where a draft is in its workflow; the bar over the text reads the same. */
export function useWorkflow({ site, entry, locale, draft }: PanelProps) {
  return useQuery({
    queryKey: ["workflow", site.id, entry, locale, draft.revision],
    placeholderData: (before) => before,
    queryFn: () =>
      read(
        api.GET("/manage/v1/sites/{site}/entries/{entry}/translations/{locale}/workflow", {
          params: { path: { site: site.id, entry, locale } },
        }),
      ),
  });
}
