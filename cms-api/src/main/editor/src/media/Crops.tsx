import type { Site } from "../app/site";
import { type Asset, bytesOf } from "./asset";
import { cropOf, type Point } from "./crop";
import { useSay } from "./words";

const CUTS = [
  { key: "crop.wide", ratio: 16 / 9 },
  { key: "crop.square", ratio: 1 },
  { key: "crop.tall", ratio: 2 / 3 },
] as const;

/** What is left of a picture in the shapes that pages give it, while the point moves. */
export function Crops({ site, asset, point }: { site: Site; asset: Asset; point: Point }) {
  const say = useSay();
  return (
    <section className="stack tight" aria-labelledby="crops-title">
      <h3 id="crops-title">{say("crop.title")}</h3>
      <ul className="media-crops">
        {CUTS.map(({ key, ratio }) => {
          const part = cropOf(asset.width / asset.height, ratio, point);
          return (
            <li key={key}>
              <span className="media-crop" style={{ aspectRatio: ratio }}>
                <img
                  src={bytesOf(site, asset, { width: 640 })}
                  alt=""
                  style={{
                    width: `${100 / part.width}%`,
                    height: `${100 / part.height}%`,
                    left: `${(-100 * part.left) / part.width}%`,
                    top: `${(-100 * part.top) / part.height}%`,
                  }}
                />
              </span>
              <span className="soft small">{say(key)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
