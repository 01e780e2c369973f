import { useQueryClient } from "@tanstack/react-query";
import { api, read, readTagged } from "../api/client";
import type { Site } from "../app/site";
import { problemText } from "../kit/Bits";
import { tell } from "../kit/toasts";
import { useSay as useKitSay } from "../kit/words";
import { useLanguage } from "../words/language";
import { useSay } from "./words";

/** What may be done with an entry as a whole from a list. Each tells what it did, and offers the way back where there is one. */
export function useEntryActs(site: Site) {
  const say = useSay();
  const kitSay = useKitSay();
  const language = useLanguage();
  const client = useQueryClient();

  async function attempt(act: () => Promise<void>) {
    try {
      await act();
    } catch (problem) {
      tell(problemText(problem, language, kitSay));
    }
    await client.invalidateQueries({ queryKey: ["entries", site.id] });
  }

  async function tagOf(entry: string): Promise<string> {
    const answer = await readTagged(api.GET("/manage/v1/sites/{site}/entries/{entry}", at(site, entry)));
    return answer.tag;
  }

  async function lay(entry: string, title: string, archived: boolean) {
    await api.PUT("/manage/v1/sites/{site}/entries/{entry}/archived", {
      params: { path: { site: site.id, entry }, header: { "If-Match": await tagOf(entry) } },
      body: { archived },
    });
    tell(say(archived ? "done.archived" : "done.unarchived", { title }), () =>
      attempt(() => lay(entry, title, !archived)),
    );
  }

  async function trash(entry: string, title: string) {
    await api.DELETE("/manage/v1/sites/{site}/entries/{entry}", {
      params: { path: { site: site.id, entry }, header: { "If-Match": await tagOf(entry) } },
    });
    tell(say("done.trashed", { title }), () => attempt(() => restore(entry, title)));
  }

  async function restore(entry: string, title: string) {
    const moved = await read(
      api.POST("/manage/v1/sites/{site}/entries/{entry}/restorations", {
        params: { path: { site: site.id, entry }, header: { "If-Match": await tagOf(entry) } },
      }),
    );
    tell(say(moved.items.length > 0 ? "done.restoredElsewhere" : "done.restored", { title, path: moved.items[0]?.to }));
  }

  async function copy(entry: string, title: string) {
    await api.POST("/manage/v1/sites/{site}/entries/{entry}/copies", at(site, entry));
    tell(say("done.copied", { title }));
  }

  return {
    archive: (entry: string, title: string) => attempt(() => lay(entry, title, true)),
    unarchive: (entry: string, title: string) => attempt(() => lay(entry, title, false)),
    trash: (entry: string, title: string) => attempt(() => trash(entry, title)),
    restore: (entry: string, title: string) => attempt(() => restore(entry, title)),
    copy: (entry: string, title: string) => attempt(() => copy(entry, title)),
  };
}

function at(site: Site, entry: string) {
  return { params: { path: { site: site.id, entry } } };
}
