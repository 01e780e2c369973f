import { useQuery } from "@tanstack/react-query";
import { api, read } from "../api/client";
import { useSession } from "../api/session";
import { may, useSites } from "../app/site";
import { useTitle } from "../app/title";
import { Empty, PageHead, Refusal, Shapes } from "../kit/Bits";
import { Desk } from "./Desk";
import { Drafts } from "./Drafts";
import { Live } from "./Live";
import { Stale } from "./Stale";
import { Stuck } from "./Stuck";
import { Tasks } from "./Tasks";
import { useSay } from "./words";
import "./home.css";

/** What waits for whoever signed in, and what went on around them. Each part comes when it is there, and waits for no other. */
export default function Home() {
  const say = useSay();
  const session = useSession();
  const sites = useSites();
  const counts = useQuery({ queryKey: ["tasks", "counts"], queryFn: () => read(api.GET("/manage/v1/task-counts")) });
  useTitle(say("title"));
  const known = sites.data?.items ?? [];
  const site = known.find((one) => one.id === localStorage.getItem("plein.site")) ?? known[0];
  const me = session.state === "in" || session.state === "over" ? session.me : undefined;
  const open = counts.data ? counts.data.assigned + counts.data.open : 0;

  return (
    <div className="page">
      <PageHead
        title={me ? say("hello", { name: me.name.split(" ")[0] }) : say("title")}
        lead={
          counts.data &&
          (open === 0 ? say("nothingWaits") : say("waits", { count: open, overdue: counts.data.overdue }))
        }
      />
      {sites.isPending && <Shapes rows={6} />}
      {sites.isError && <Refusal problem={sites.error} onRetry={() => sites.refetch()} />}
      {sites.data && !site && (
        <Empty title={say("noSite")}>
          <p>{say("noSiteText")}</p>
        </Empty>
      )}
      {site && me && may(site, "content.write") && (
        <>
          <Stuck site={site} />
          <div className="home-columns">
            <div className="home-column">
              <Tasks sites={known} />
              <Drafts site={site} person={me.person} />
            </div>
            <div className="home-column">
              <Live site={site} />
              <Desk site={site} />
              {site.locales.length > 1 && <Stale site={site} />}
            </div>
          </div>
          {known.length > 1 && <p className="soft small">{say("ofSite", { site: site.name })}</p>}
        </>
      )}
    </div>
  );
}
