import { Trash2 } from "lucide-react";
import { Link } from "react-router";
import { api, read } from "../api/client";
import { type Site, useSite } from "../app/site";
import { useTitle } from "../app/title";
import { JobState, jobsOf } from "../jobs/door";
import { useAct } from "../kit/act";
import { PageHead, Refusal } from "../kit/Bits";
import { Button } from "../kit/Button";
import { Pages } from "../kit/Pages";
import { tell } from "../kit/toasts";
import { ago } from "../words/dates";
import { mappingsOf, saveMapping, useMappings } from "./mappings";
import { StartForm } from "./StartForm";
import { Steps } from "./Steps";
import { useSay } from "./words";
import "./imports.css";

export default function Imports() {
  const site = useSite();
  const say = useSay();
  useTitle(say("title"));
  return (
    <div className="page">
      <PageHead title={say("title")} lead={say("lead")} />
      <Steps at="archive" />
      <div className="imports-columns">
        <StartForm site={site} />
        <aside className="stack" aria-label={say("before")}>
          <Former site={site} />
          <Kept site={site} />
        </aside>
      </div>
    </div>
  );
}

/** Imports and dry runs of before. */
function Former({ site }: { site: Site }) {
  const say = useSay();
  return (
    <section className="stack tight" aria-labelledby="former-title">
      <h2 id="former-title">{say("former")}</h2>
      <Pages
        name={[...jobsOf(site), "imports"]}
        fetch={(cursor) =>
          read(
            api.GET("/manage/v1/sites/{site}/jobs", {
              params: { path: { site: site.id }, query: { cursor, pageSize: 50 } },
            }),
          )
        }
        empty={<p className="soft">{say("former.none")}</p>}
      >
        {(jobs) => {
          const imports = jobs.filter((job) => job.kind === "import-markdown");
          return imports.length === 0 ? (
            <p className="soft">{say("former.none")}</p>
          ) : (
            <ul className="imports-list">
              {imports.map((job) => (
                <li key={job.id}>
                  <Link to={`/sites/${site.id}/imports/${job.id}`}>{ago(job.createdAt)}</Link>
                  <JobState job={job} />
                </li>
              ))}
            </ul>
          );
        }}
      </Pages>
    </section>
  );
}

/** The mappings that the site keeps; removing one can be taken back. */
function Kept({ site }: { site: Site }) {
  const say = useSay();
  const mappings = useMappings(site);
  const removing = useAct(mappingsOf(site));
  const found = mappings.data?.items ?? [];

  async function remove(name: string) {
    const path = { site: site.id, mapping: name };
    await removing.perform(async () => {
      const before = await read(api.GET("/manage/v1/sites/{site}/import-mappings/{mapping}", { params: { path } }));
      await api.DELETE("/manage/v1/sites/{site}/import-mappings/{mapping}", {
        params: { path, header: { "If-Match": "*" } },
      });
      tell(say("kept.removed", { name }), () => void removing.perform(() => saveMapping(site, name, before)));
    });
  }

  if (found.length === 0) {
    return null;
  }
  return (
    <section className="stack tight" aria-labelledby="kept-title">
      <h2 id="kept-title">{say("kept")}</h2>
      {removing.problem !== undefined && <Refusal problem={removing.problem} />}
      <ul className="imports-list">
        {found.map(({ name = "", kinds = 0, changedAt }) => (
          <li key={name}>
            <span>
              {name} <span className="soft small">{say("kept.kinds", { kinds })}</span>
            </span>
            <span className="soft small">{changedAt && ago(changedAt)}</span>
            <Button
              look="quiet"
              iconOnly
              icon={<Trash2 size={18} strokeWidth={1.5} aria-hidden />}
              onPress={() => void remove(name)}
            >
              {say("kept.remove", { name })}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
