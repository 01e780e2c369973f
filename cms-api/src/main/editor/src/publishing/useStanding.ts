import { useQuery, useQueryClient } from "@tanstack/react-query";
import { api, read, readTagged } from "../api/client";
import type { Site } from "../app/site";
import { visible } from "./standing";

/** The workflows of a site as they are defined: the order and the names of their states. */
export function useWorkflows(site: Site) {
  return useQuery({
    queryKey: ["workflows", site.id],
    staleTime: 60_000,
    queryFn: () => read(api.GET("/manage/v1/sites/{site}/workflows", { params: { path: { site: site.id } } })),
  });
}

/** Everything that decides where a draft stands: its workflow, what visitors see, what is planned. */
export function useStanding(site: Site, entry: string, locale: string, revision: string) {
  const client = useQueryClient();
  const at = { site: site.id, entry, locale };
  const workflow = useQuery({
    queryKey: ["workflow", site.id, entry, locale, revision],
    placeholderData: (before) => before,
    queryFn: () =>
      read(api.GET("/manage/v1/sites/{site}/entries/{entry}/translations/{locale}/workflow", { params: { path: at } })),
  });
  const whole = useQuery({
    queryKey: ["entry", site.id, entry, "tagged"],
    queryFn: () =>
      readTagged(api.GET("/manage/v1/sites/{site}/entries/{entry}", { params: { path: { site: site.id, entry } } })),
  });
  const schedules = useQuery({
    queryKey: ["schedules", site.id, entry],
    queryFn: () =>
      read(
        api.GET("/manage/v1/sites/{site}/schedules", {
          params: { path: { site: site.id }, query: { entry, state: "waiting" } },
        }),
      ),
  });
  const workflows = useWorkflows(site);

  const translation = whole.data?.data.translations.find((one) => one.locale === locale);
  const definition = workflows.data?.items.find((one) => one.workflow === workflow.data?.workflow);
  return {
    workflow,
    whole,
    states: (definition?.states ?? []).map((state) => state.state),
    translations: whole.data?.data.translations ?? [],
    translation,
    // The draft on the screen may be newer than the entry that was read before it was saved.
    seen: visible(translation && { ...translation, revision }),
    planned: (schedules.data?.items ?? []).filter((one) => one.locale === locale),
    /** Something was done: whatever tells of it is read again. */
    refresh: () =>
      Promise.all(
        ["workflow", "entry", "schedules", "entries", "history", "task", "tasks", "releases", "receipts"].map((name) =>
          client.invalidateQueries({ queryKey: [name] }),
        ),
      ),
  };
}

export type Standing = ReturnType<typeof useStanding>;
