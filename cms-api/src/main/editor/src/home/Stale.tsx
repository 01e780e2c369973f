import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { api, read } from "../api/client";
import type { Site } from "../app/site";
import { ago } from "../words/dates";
import { useLanguage } from "../words/language";
import { Part } from "./Part";
import { useSay } from "./words";

/** Translations whose source says something else by now. */
export function Stale({ site }: { site: Site }) {
  const say = useSay();
  const language = useLanguage();
  const names = new Intl.DisplayNames([language], { type: "language" });
  const stale = useQuery({
    queryKey: ["stale", site.id],
    queryFn: () =>
      read(
        api.GET("/manage/v1/sites/{site}/stale-translations", {
          params: { path: { site: site.id }, query: { pageSize: 8 } },
        }),
      ),
  });
  return (
    <Part title={say("stale")} query={stale} empty={say("stale.none")}>
      {(line) => (
        <li key={`${line.entry} ${line.locale}`}>
          <Link to={`/sites/${site.id}/entries/${line.entry}/${line.locale}`}>{line.title}</Link>
          <span className="soft small">
            {say("stale.in", { locale: names.of(line.locale), when: line.staleSince && ago(line.staleSince) })}
          </span>
        </li>
      )}
    </Part>
  );
}
