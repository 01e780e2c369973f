import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { api, read } from "../api/client";
import type { Site } from "../app/site";
import { Shown, useTypeName } from "../content/door";
import { ago } from "../words/dates";
import { Part } from "./Part";
import { useSay } from "./words";

/** What oneself wrote last. */
export function Drafts({ site, person }: { site: Site; person: string }) {
  const say = useSay();
  const typeName = useTypeName(site);
  const drafts = useQuery({
    queryKey: ["entries", site.id, "written-by", person],
    queryFn: () =>
      read(
        api.GET("/manage/v1/sites/{site}/entries", {
          params: { path: { site: site.id }, query: { writer: person, pageSize: 8 } },
        }),
      ),
  });
  return (
    <Part
      title={say("drafts")}
      query={drafts}
      all={`/sites/${site.id}/content?mine=yes`}
      empty={
        <>
          {say("drafts.none")} <Link to={`/sites/${site.id}/new`}>{say("drafts.begin")}</Link>
        </>
      }
    >
      {(line) => (
        <li key={`${line.id} ${line.translation.locale}`}>
          <Link to={`/sites/${site.id}/entries/${line.id}/${line.translation.locale}`}>
            {line.translation.title || say("untitled")}
          </Link>
          <Shown translation={line.translation} />
          <span className="soft small">
            {typeName(line.type)} · {line.translation.locale} · {ago(line.translation.updatedAt)}
          </span>
        </li>
      )}
    </Part>
  );
}
