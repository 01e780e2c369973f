import { Download, ShieldCheck } from "lucide-react";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { useSite } from "../app/site";
import { useTitle } from "../app/title";
import { PageHead } from "../kit/Bits";
import { Button } from "../kit/Button";
import { filtersOf, questionOf } from "./asked";
import { Events } from "./Events";
import { Filters } from "./Filters";
import { Verify } from "./Verify";
import { useSay } from "./words";
import "./audit.css";

/** The trail of an agency: who did what, and whether nobody has been at it. */
export default function Audit() {
  const say = useSay();
  const site = useSite();
  const [query, setQuery] = useSearchParams();
  const [isVerifying, setVerifying] = useState(false);
  useTitle(say("title"));
  const filters = filtersOf(query);
  const asked = questionOf(filters);
  const of = `/manage/v1/agencies/${site.agency}`;
  const search = new URLSearchParams(Object.entries(asked).filter((pair) => pair[1] !== undefined) as string[][]);
  return (
    <div className="page">
      <PageHead title={say("title")} lead={say("lead")}>
        <a className="button plain" href={`${of}/audit-table?${search}`} download>
          <Download size={18} strokeWidth={1.5} aria-hidden />
          {say("table")}
        </a>
        <a className="button plain" href={`${of}/audit-lines?${search}`} download>
          <Download size={18} strokeWidth={1.5} aria-hidden />
          {say("lines")}
        </a>
        <Button
          look="primary"
          icon={<ShieldCheck size={18} strokeWidth={1.5} aria-hidden />}
          onPress={() => setVerifying(true)}
        >
          {say("verify")}
        </Button>
      </PageHead>
      <Filters site={site} filters={filters} onChange={(next) => setQuery(next, { replace: true })} />
      <Events site={site} asked={asked} />
      {isVerifying && <Verify agency={site.agency} onClose={() => setVerifying(false)} />}
    </div>
  );
}
