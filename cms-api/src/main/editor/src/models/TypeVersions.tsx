import { type ReactNode, useState } from "react";
import { useParams } from "react-router";
import { api, read, type Schemas } from "../api/client";
import { useSite } from "../app/site";
import { useTitle } from "../app/title";
import { useTypeName } from "../content/door";
import { PageHead } from "../kit/Bits";
import { BackLink } from "../kit/Button";
import { Pages } from "../kit/Pages";
import { inFull } from "../words/dates";
import { Differences } from "./Differences";
import { typeOf } from "./query";
import { TypeTabs } from "./TypeTabs";
import { useSay } from "./words";
import "./models.css";

type Version = Schemas["TypeVersion"];

/** The definitions that a type has had, newest first, each with what it changed. */
export default function TypeVersions() {
  const site = useSite();
  const say = useSay();
  const { type = "" } = useParams();
  const name = useTypeName(site)(type);
  useTitle(say("versions.of", { name }));
  const path = { agency: site.agency, type };
  return (
    <div className="page">
      <BackLink to={`/sites/${site.id}/models`}>{say("back")}</BackLink>
      <PageHead title={name} />
      <TypeTabs site={site} type={type} at="versions" />
      <h2>{say("tab.versions")}</h2>
      <Pages
        name={[...typeOf(site, type), "versions"]}
        fetch={(cursor) =>
          read(
            api.GET("/manage/v1/agencies/{agency}/content-types/{type}/versions", {
              params: { path, query: { cursor } },
            }),
          )
        }
        empty={<p className="soft">{say("versions.none")}</p>}
      >
        {(versions) => (
          <ol className="models-versions">
            {versions.map((version, index) => (
              <OneVersion key={version.version} version={version} isNow={index === 0}>
                <Differences site={site} type={type} version={version} before={versions[index + 1]} />
              </OneVersion>
            ))}
          </ol>
        )}
      </Pages>
    </div>
  );
}

/** What it changed is worked out when somebody wants to see it. */
function OneVersion({ version, isNow, children }: { version: Version; isNow: boolean; children: ReactNode }) {
  const site = useSite();
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  return (
    <li>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <h3>{whenOf(version, site.timeZone) ?? say("versions.first")}</h3>
          {isNow && <span className="soft small">{say("versions.now")}</span>}
        </summary>
        {isOpen && children}
      </details>
    </li>
  );
}

function whenOf(version: Version, timeZone: string | undefined): string | undefined {
  return version.at ? inFull(version.at, timeZone) : undefined;
}
