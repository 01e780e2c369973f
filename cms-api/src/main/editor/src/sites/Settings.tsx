import { Plus } from "lucide-react";
import { type ComponentType, useState } from "react";
import { NavLink, useParams } from "react-router";
import { NotHere } from "../app/NotHere";
import { may, type Permission, type Site, useSite } from "../app/site";
import { useTitle } from "../app/title";
import { PageHead, Refusal, Shapes } from "../kit/Bits";
import { Button } from "../kit/Button";
import { Theme } from "../themes/door";
import { Alert } from "./Alert";
import { Forms } from "./Forms";
import { General } from "./General";
import { Menus } from "./Menus";
import { NewSite } from "./NewSite";
import { type Parts, useParts } from "./parts";
import { Redirects } from "./Redirects";
import { Versions } from "./Versions";
import { useSay } from "./words";
import "./sites.css";

export interface TabProps {
  site: Site;
  parts: Parts;
}

type Key = "general" | "menus" | "redirects" | "alert" | "theme" | "forms" | "versions";

const TABS: Array<{ key: Key; needs: Permission; Tab: ComponentType<TabProps> }> = [
  { key: "general", needs: "site.manage", Tab: General },
  { key: "menus", needs: "site.manage", Tab: Menus },
  { key: "redirects", needs: "site.manage", Tab: Redirects },
  { key: "alert", needs: "site.manage", Tab: Alert },
  { key: "theme", needs: "theme.manage", Tab: Theme },
  { key: "forms", needs: "site.manage", Tab: Forms },
  { key: "versions", needs: "content.write", Tab: Versions },
];

/** What a site is and has beside its content. */
export default function Settings() {
  const say = useSay();
  const site = useSite();
  const { tab = "general" } = useParams();
  const parts = useParts(site, tab === "redirects" ? "redirects" : "others");
  const [isFounding, setFounding] = useState(false);
  const shown = TABS.filter((one) => may(site, one.needs));
  const current = shown.find((one) => one.key === tab);
  useTitle(current ? say(`tab.${current.key}`) : say("title"));
  if (!current) {
    return <NotHere />;
  }
  return (
    <div className="page">
      <PageHead title={site.name} lead={say("lead")}>
        {may(site, "agency.manage") && (
          <Button icon={<Plus size={18} strokeWidth={1.5} aria-hidden />} onPress={() => setFounding(true)}>
            {say("new")}
          </Button>
        )}
      </PageHead>
      <nav className="tabs" aria-label={say("tabs")} data-leads>
        {shown.map((one) => (
          <NavLink className="tab" key={one.key} to={`/sites/${site.id}/settings/${one.key}`} end={false}>
            {say(`tab.${one.key}`)}
          </NavLink>
        ))}
      </nav>
      {parts.isPending && <Shapes />}
      {parts.isError && <Refusal problem={parts.error} onRetry={() => parts.refetch()} />}
      {parts.data && <current.Tab site={site} parts={parts.data} key={current.key} />}
      {isFounding && <NewSite agency={site.agency} onClose={() => setFounding(false)} />}
    </div>
  );
}
