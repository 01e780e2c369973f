import { Plus } from "lucide-react";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { useSession } from "../api/session";
import { may, useSite } from "../app/site";
import { useTitle } from "../app/title";
import { PageHead } from "../kit/Bits";
import { ButtonLink } from "../kit/Button";
import { EntryList } from "./EntryList";
import { EntryTree } from "./EntryTree";
import { FilterBar } from "./FilterBar";
import { type Filters, filtersOf, searchOf } from "./filters";
import { ViewTabs } from "./ViewTabs";
import { useOwnViews } from "./views";
import { useSay } from "./words";
import "./content.css";

/** All that a site holds, published or not: as a list that one narrows, or as a tree. */
export default function Content() {
  const say = useSay();
  const site = useSite();
  const session = useSession();
  const person = session.state === "in" || session.state === "over" ? session.me.person : "";
  const [search, setSearch] = useSearchParams();
  const filters = filtersOf(search);
  const own = useOwnViews(person, site.id);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  useTitle(say("title"));

  /** Typing makes one step back, not one for each letter. */
  function show(next: Filters) {
    setChosen(new Set());
    setSearch(searchOf(next), { replace: next.title !== filters.title });
  }

  return (
    <div className="page content">
      <PageHead title={say("title")}>
        {may(site, "content.write") && (
          <ButtonLink to={`/sites/${site.id}/new`} look="primary" icon={<Plus size={18} aria-hidden />}>
            {say("new")}
          </ButtonLink>
        )}
      </PageHead>
      <ViewTabs filters={filters} own={own} />
      <FilterBar site={site} filters={filters} onFilter={show} />
      {filters.layout === "tree" && filters.place === "site" ? (
        <EntryTree site={site} filters={filters} />
      ) : (
        <EntryList
          key={searchOf({ ...filters, title: undefined }).toString()}
          site={site}
          person={person}
          filters={filters}
          chosen={chosen}
          onChoose={setChosen}
          onFilter={show}
        />
      )}
    </div>
  );
}
