import { useQuery } from "@tanstack/react-query";
import { FileText, Link2 } from "lucide-react";
import { api, read } from "../api/client";
import type { Site } from "../app/site";
import { useSay } from "./words";

/** The title of an entry, in the site's first locale that it has. */
export function useEntryTitle(site: Site, entry: string | undefined) {
  return useQuery({
    queryKey: ["entry-title", site.id, entry],
    enabled: entry !== undefined,
    staleTime: 60_000,
    queryFn: async () => {
      const found = await read(
        api.GET("/manage/v1/sites/{site}/entries/{entry}", {
          params: { path: { site: site.id, entry: entry ?? "" } },
        }),
      );
      const first = site.locales.find((locale) => found.translations.some((one) => one.locale === locale));
      return (found.translations.find((one) => one.locale === first) ?? found.translations[0])?.title ?? entry;
    },
  });
}

/** Where something leads: an entry by its title, or an address. */
export function Target({ site, entry, href }: { site: Site; entry?: string; href?: string }) {
  const say = useSay();
  const title = useEntryTitle(site, entry);
  const size = { size: 16, strokeWidth: 1.5, "aria-hidden": true } as const;
  if (entry) {
    return (
      <span className="sites-target">
        <FileText {...size} />
        {title.isError ? say("target.gone") : (title.data ?? "…")}
      </span>
    );
  }
  return href ? (
    <span className="sites-target">
      <Link2 {...size} />
      {href}
    </span>
  ) : (
    <span className="sites-target">{say("target.none")}</span>
  );
}
