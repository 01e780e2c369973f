import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { api, read } from "../api/client";
import type { Site } from "../app/site";
import { day } from "../words/dates";
import { Part } from "./Part";
import { useSay } from "./words";

/** Pages whose day of review has come. */
export function Desk({ site }: { site: Site }) {
  const say = useSay();
  const desk = useQuery({
    queryKey: ["desk", site.id],
    queryFn: () =>
      read(api.GET("/manage/v1/sites/{site}/desk", { params: { path: { site: site.id }, query: { pageSize: 8 } } })),
  });
  return (
    <Part title={say("desk")} query={desk} empty={say("desk.none")}>
      {(line) => (
        <li key={line.entry}>
          <Link to={`/sites/${site.id}/entries/${line.entry}/${line.locale}`}>{line.title || say("untitled")}</Link>
          <span className="soft small">
            {say("desk.on", { day: day(line.reviewOn) })}
            {line.why !== "yours" && ` · ${say(`desk.${line.why}`)}`}
          </span>
        </li>
      )}
    </Part>
  );
}
