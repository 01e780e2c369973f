import { Link } from "react-router";
import type { Site } from "../app/site";
import { type Asset, nameOf } from "./asset";
import { measuresOf } from "./measures";
import { Thumb } from "./Thumb";
import { useSay } from "./words";

export function FileGrid({ site, files }: { site: Site; files: Asset[] }) {
  const say = useSay();
  return (
    <section aria-labelledby="files-title">
      <h2 id="files-title" className="hidden">
        {say("pick.list")}
      </h2>
      <ul className="media-grid">
        {files.map((asset) => (
          <li key={asset.id}>
            <Link className="media-card" to={`/sites/${site.id}/media/${asset.id}`}>
              <Thumb site={site} asset={asset} />
              <span>
                <span className="media-card-name">{nameOf(asset)}</span>
                <span className="soft small">{measuresOf(asset)}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
