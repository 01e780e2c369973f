import type { Site } from "../app/site";
import { type Asset, bytesOf } from "./asset";
import { Thumb } from "./Thumb";
import { useSay } from "./words";

/** A file that is no picture with pixels: a drawing as it is, another one as a sign with a link to open it. */
export function Preview({ site, asset }: { site: Site; asset: Asset }) {
  const say = useSay();
  const canOpen = asset.mediaType === "application/pdf";
  return (
    <section className="stack tight" aria-labelledby="preview-title">
      <h2 id="preview-title">{say("preview.title")}</h2>
      <div className="media-sign">
        <Thumb site={site} asset={asset} />
      </div>
      {canOpen && (
        <p>
          <a href={bytesOf(site, asset)} target="_blank" rel="noreferrer">
            {say("preview.open")}
          </a>
        </p>
      )}
    </section>
  );
}
