import { Link } from "react-router";
import type { Site } from "../app/site";
import { State } from "../kit/Bits";
import { bytes } from "../words/dates";
import { type Asset, nameOf } from "./asset";
import { Thumb } from "./Thumb";
import { useSay } from "./words";

export function FileTable({ site, files }: { site: Site; files: Asset[] }) {
  const say = useSay();
  return (
    <>
      <h2 id="files-title" className="hidden">
        {say("pick.list")}
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
      <section className="table-frame" aria-labelledby="files-title" tabIndex={0}>
        <table className="table media-table">
          <thead>
            <tr>
              <th scope="col">{say("table.name")}</th>
              <th scope="col">{say("table.alt")}</th>
              <th scope="col">{say("table.type")}</th>
              <th scope="col" className="number">
                {say("table.measures")}
              </th>
              <th scope="col" className="number">
                {say("table.size")}
              </th>
            </tr>
          </thead>
          <tbody>
            {files.map((asset) => (
              <tr key={asset.id}>
                <td>
                  <span className="media-row-name">
                    <Thumb site={site} asset={asset} width={160} />
                    <Link to={`/sites/${site.id}/media/${asset.id}`}>{nameOf(asset)}</Link>
                  </span>
                </td>
                <td>{asset.kind === "picture" && <Described asset={asset} locales={site.locales} />}</td>
                <td>{asset.file.split(".").pop()?.toUpperCase()}</td>
                <td className="number">{asset.width > 0 && `${asset.width} × ${asset.height}`}</td>
                <td className="number">{bytes(asset.size)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function Described({ asset, locales }: { asset: Asset; locales: readonly string[] }) {
  const say = useSay();
  const missing = locales.filter((locale) => !asset.alt[locale]);
  if (missing.length === 0) {
    return <State tone="good">{say("alt.there")}</State>;
  }
  return (
    <State tone="warm">
      {missing.length === locales.length ? say("alt.none") : say("alt.missing", { locales: missing.join(", ") })}
    </State>
  );
}
