import { Download } from "lucide-react";
import { NavLink, useParams } from "react-router";
import { useSite } from "../app/site";
import { useTitle } from "../app/title";
import { PageHead } from "../kit/Bits";
import { Inbox } from "./Inbox";
import { Usefulness } from "./Usefulness";
import { useSay } from "./words";
import "./messages.css";

/** What visitors sent: messages from contact forms, and whether pages were useful. */
export default function Messages() {
  const say = useSay();
  const site = useSite();
  const { tab } = useParams();
  const isUseful = tab === "useful";
  useTitle(say(isUseful ? "tab.useful" : "title"));
  const table = `/manage/v1/sites/${site.id}/contribution-table?kind=${isUseful ? "verdict" : "message"}`;
  return (
    <div className="page">
      <PageHead title={say("title")} lead={say("lead")}>
        <a className="button plain" href={table} download>
          <Download size={18} strokeWidth={1.5} aria-hidden />
          {say("export")}
        </a>
      </PageHead>
      <nav className="tabs" aria-label={say("tabs")} data-leads>
        <NavLink className="tab" to={`/sites/${site.id}/messages`} end>
          {say("tab.messages")}
        </NavLink>
        <NavLink className="tab" to={`/sites/${site.id}/messages/useful`}>
          {say("tab.useful")}
        </NavLink>
      </nav>
      {isUseful ? <Usefulness site={site} /> : <Inbox site={site} />}
    </div>
  );
}
