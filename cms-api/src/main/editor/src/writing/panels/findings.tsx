import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api, read } from "../../api/client";
import type { PanelProps } from "../door";
import { pathOf } from "../load";
import { useSay } from "../words";

/** What the gates find in the draft that is saved. */
export function useFindings({ site, entry, locale, draft }: PanelProps) {
  return useQuery({
    queryKey: ["checks", site.id, entry, locale, draft.revision],
    placeholderData: keepPreviousData,
    queryFn: () =>
      read(
        api.GET(
          "/manage/v1/sites/{site}/entries/{entry}/translations/{locale}/checks",
          pathOf({ site, entry, locale }),
        ),
      ),
  });
}

/** What stands in the way of a step of the workflow, and is no matter of the text: who may, what comes first. */
export function useObstacles({ site, entry, locale, draft }: PanelProps) {
  return useQuery({
    queryKey: ["workflow", site.id, entry, locale, draft.revision],
    placeholderData: keepPreviousData,
    queryFn: () =>
      read(
        api.GET(
          "/manage/v1/sites/{site}/entries/{entry}/translations/{locale}/workflow",
          pathOf({ site, entry, locale }),
        ),
      ),
  });
}

export function FindingCount({ panel }: { panel: PanelProps }) {
  const say = useSay();
  const count = useFindings(panel).data?.items?.length ?? 0;
  return count > 0 ? (
    <span className="writing-count">
      <span aria-hidden>{count}</span>
      <span className="hidden">{say("checks.count", { count })}</span>
    </span>
  ) : null;
}
