import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { api, read } from "../api/client";
import { liveAddress, type Site } from "../app/site";
import { Refusal, Shapes, State } from "../kit/Bits";
import { type Asset, fileOf } from "./asset";
import { placesOf } from "./places";
import { useSay } from "./words";

/** Where a file is used, each place a link to the text that uses it. */
export function FileUses({ site, asset }: { site: Site; asset: Asset }) {
  const say = useSay();
  const uses = useQuery({
    queryKey: [...fileOf(site, asset.id), "uses"],
    queryFn: () =>
      read(
        api.GET("/manage/v1/sites/{site}/assets/{asset}/uses", {
          params: { path: { site: site.id, asset: asset.id } },
        }),
      ),
  });
  const places = uses.data && placesOf(uses.data);
  return (
    <section className="stack tight" aria-labelledby="uses-title">
      <h2 id="uses-title">{say("uses.title")}</h2>
      {uses.isPending && <Shapes rows={2} />}
      {uses.isError && <Refusal problem={uses.error} onRetry={() => uses.refetch()} />}
      {uses.data && places && (
        <>
          {places.length === 0 && uses.data.parts.length === 0 && uses.data.hidden === 0 && (
            <p className="soft">{say("uses.none")}</p>
          )}
          <ul className="media-uses">
            {places.map((place) => (
              <li key={`${place.entry} ${place.locale}`}>
                <Link to={`/sites/${site.id}/entries/${place.entry}/${place.locale}`}>{place.title}</Link>
                <span className="soft small">{place.locale}</span>
                {place.isPublished ? (
                  <State tone="good">{say("uses.published")}</State>
                ) : (
                  <State>{say("uses.draft")}</State>
                )}
                {place.path && liveAddress(site, place.path) && (
                  <a className="small" href={liveAddress(site, place.path)} target="_blank" rel="noreferrer">
                    {place.path}
                  </a>
                )}
              </li>
            ))}
            {uses.data.parts.map((part) => (
              <li key={`${part.kind} ${part.key}`}>
                {say(part.kind === "menu" ? "uses.menu" : "uses.setting", { key: part.key })}
              </li>
            ))}
            {uses.data.hidden > 0 && <li className="soft">{say("uses.hidden", { count: uses.data.hidden })}</li>}
          </ul>
        </>
      )}
    </section>
  );
}
