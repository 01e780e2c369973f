import { NavLink } from "react-router";
import type { Site } from "../app/site";
import { useSay } from "./words";

export function TypeTabs({ site, type, at }: { site: Site; type: string; at: "fields" | "versions" }) {
  const say = useSay();
  const path = `/sites/${site.id}/models/${type}`;
  return (
    <nav className="tabs" aria-label={say("tabs")}>
      <NavLink className="tab" to={path} end aria-current={at === "fields" ? "page" : undefined}>
        {say("tab.fields")}
      </NavLink>
      <NavLink className="tab" to={`${path}/versions`}>
        {say("tab.versions")}
      </NavLink>
    </nav>
  );
}
