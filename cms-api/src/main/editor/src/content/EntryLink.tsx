import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { api, readTagged } from "../api/client";
import type { Site } from "../app/site";
import { useSay } from "./words";

/** The title of an entry that is known by its id only, as a link to its text. */
export function EntryLink({ site, entry, locale }: { site: Site; entry: string; locale?: string }) {
  const say = useSay();
  const about = useQuery({
    queryKey: ["entry", site.id, entry, "tagged"],
    retry: false,
    queryFn: () =>
      readTagged(api.GET("/manage/v1/sites/{site}/entries/{entry}", { params: { path: { site: site.id, entry } } })),
  });
  const translations = about.data?.data.translations ?? [];
  const translation = translations.find((one) => one.locale === locale) ?? translations[0];
  if (about.isError) {
    return <span className="soft">{say("gone")}</span>;
  }
  return (
    <Link to={`/sites/${site.id}/entries/${entry}/${translation?.locale ?? locale ?? site.locales[0]}`}>
      {translation ? translation.title || say("untitled") : "…"}
    </Link>
  );
}
