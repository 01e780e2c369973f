import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { Link } from "react-router";
import { api, read, type Schemas } from "../api/client";
import type { Site } from "../app/site";
import { EntryLink } from "../content/door";
import { Notice, Refusal, Shapes, State, type Tone } from "../kit/Bits";
import { Button } from "../kit/Button";
import { toHeading } from "../kit/toHeading";
import { useSay } from "./words";

type Item = Schemas["ReleaseItem"];

const TONES: Record<Schemas["ReviewLine"]["effect"], Tone> = {
  appears: "good",
  changes: "accent",
  moves: "accent",
  vanishes: "warm",
  nothing: "plain",
};

/** Line by line what a release would do now, and why it can't be published; of one that was published, what it held. */
export function Review({
  site,
  release,
  tag,
  isPlanned,
  items,
  onChange,
}: {
  site: Site;
  release: string;
  tag: string;
  isPlanned: boolean;
  items: readonly Item[];
  onChange: (items: Item[]) => void;
}) {
  const say = useSay();
  const review = useQuery({
    queryKey: ["releases", site.id, release, "review", tag],
    enabled: isPlanned,
    staleTime: 0,
    queryFn: () =>
      read(
        api.GET("/manage/v1/sites/{site}/releases/{release}/review", {
          params: { path: { site: site.id, release } },
        }),
      ),
  });
  if (!isPlanned) {
    return (
      <ul className="publishing-items">
        {items.map((item) => (
          <li key={`${item.entry} ${item.locale}`} className="publishing-item">
            <EntryLink site={site} entry={item.entry} locale={item.locale} />
            <span className="soft">
              {item.locale} · {say(`schedules.act.${item.act}`)}
            </span>
          </li>
        ))}
      </ul>
    );
  }
  if (review.isPending) {
    return <Shapes />;
  }
  if (review.isError) {
    return <Refusal problem={review.error} onRetry={() => review.refetch()} />;
  }
  const lines = review.data.items;
  const blocked = lines.filter((line) => line.findings.length > 0).length;
  const same = (item: Item, line: Schemas["ReviewLine"]) => item.entry === line.entry && item.locale === line.locale;
  return (
    <section className="publishing-section" aria-label={say("publish.what")}>
      {blocked > 0 ? (
        <Notice tone="danger">
          <p>{say("release.blocked", { count: blocked })}</p>
        </Notice>
      ) : (
        <Notice tone="good">
          <p>{say("release.clear")}</p>
        </Notice>
      )}
      <ul className="publishing-items">
        {lines.map((line) => (
          <li key={`${line.entry} ${line.locale}`} className="publishing-item">
            <span className="row">
              <State tone={TONES[line.effect]}>{say(`release.effect.${line.effect}`)}</State>
              <Link to={`/sites/${site.id}/entries/${line.entry}/${line.locale}`}>{line.title}</Link>
              <span className="soft">{line.locale}</span>
            </span>
            <Button
              look="quiet"
              iconOnly
              icon={<X size={18} strokeWidth={1.5} aria-hidden />}
              onPress={() => {
                onChange(items.filter((item) => !same(item, line)));
                toHeading();
              }}
            >
              {say("release.remove", { title: line.title })}
            </Button>
            {(line.path || line.pathThen) && (
              <p className="soft small publishing-path">
                {line.path && line.pathThen && line.path !== line.pathThen
                  ? `${line.path} → ${line.pathThen}`
                  : (line.pathThen ?? line.path)}
              </p>
            )}
            {line.findings.length > 0 && (
              <ul className="publishing-findings">
                {line.findings.map((finding) => (
                  <li key={`${finding.pointer} ${finding.code}`}>{finding.message}</li>
                ))}
              </ul>
            )}
            {line.alsoIn.length > 0 && (
              <p className="soft small">{say("release.alsoIn", { names: line.alsoIn.join(", ") })}</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
