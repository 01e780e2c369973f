import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { api, read, type Schemas } from "../api/client";
import type { Site } from "../app/site";
import { useAudienceName, useTypeName } from "../content/door";
import { Notice, Refusal, Shapes } from "../kit/Bits";
import { Button } from "../kit/Button";
import { Check } from "../kit/Field";
import { inLanguage, useLanguage } from "../words/language";
import { useSay } from "./words";

type Act = "publish" | "unpublish" | "withdraw";

export function useImpact(site: Site, entry: string, locale: string, act: Act, revision: string) {
  return useQuery({
    queryKey: ["impact", site.id, entry, act, locale, revision],
    staleTime: 0,
    retry: false,
    queryFn: () =>
      read(
        api.GET("/manage/v1/sites/{site}/entries/{entry}/impact", {
          params: { path: { site: site.id, entry }, query: { act, locale } },
        }),
      ),
  });
}

/** What an act with a translation will do, before it is done: addresses, who sees it, what leads there and would break. */
export function Impact({
  site,
  impact,
  locales,
  redirects,
  onRedirects,
}: {
  site: Site;
  impact: ReturnType<typeof useImpact>;
  /** All translations that the act is for: of the others it is told that they stay. */
  locales: readonly string[];
  redirects?: boolean;
  onRedirects?: (wanted: boolean) => void;
}) {
  if (impact.isPending) {
    return <Shapes rows={3} />;
  }
  if (impact.isError) {
    return <Refusal problem={impact.error} onRetry={() => impact.refetch()} />;
  }
  return <Weighed site={site} impact={impact.data} locales={locales} redirects={redirects} onRedirects={onRedirects} />;
}

function Weighed({
  site,
  impact,
  locales,
  redirects = true,
  onRedirects,
}: {
  site: Site;
  impact: Schemas["EntryImpact"];
  locales: readonly string[];
  redirects?: boolean;
  onRedirects?: (wanted: boolean) => void;
}) {
  const say = useSay();
  const audienceName = useAudienceName(site);
  const typeName = useTypeName(site);
  const addresses = impact.addresses ?? [];
  const goes = addresses.some((one) => one.from && one.from !== one.to);
  const linked = impact.linkedFrom;
  const drafts = impact.draftsLinking;
  const menus = impact.menus ?? [];
  const vanishes = addresses.some((one) => one.from && !one.to);
  const lists = (impact.lists ?? []).filter((list) => addresses.some((one) => one.locale === list.locale));
  return (
    <div className="stack tight">
      {impact.refused && (
        <Notice tone="danger">
          <p>{impact.refused.detail}</p>
          <ul>
            {impact.refused.errors.map((error) => (
              <li key={`${error.pointer} ${error.code}`}>{error.detail}</li>
            ))}
          </ul>
        </Notice>
      )}
      <ul className="publishing-impact">
        {addresses.map((one) => (
          <li key={`${one.locale} ${one.audience}`}>
            <Address address={one} />
            <span className="soft">
              {say(one.to ? "impact.seenBy" : "impact.seenByBefore", { audience: audienceName(one.audience) })}
            </span>
            {one.declinable && onRedirects && (
              <Check checked={redirects} onChange={onRedirects}>
                {say("impact.redirect", { from: one.from ?? "", to: one.to ?? "" })}
              </Check>
            )}
            {one.leaves === "tombstone" && <span>{say("impact.tombstone", { path: one.from ?? "" })}</span>}
          </li>
        ))}
        {(impact.givingWay ?? []).length > 0 && (
          <li>{say("impact.givingWay", { paths: (impact.givingWay ?? []).join(", ") })}</li>
        )}
        {menus.length > 0 && (
          <li>{say(vanishes ? "impact.menusLose" : "impact.menus", { menus: menus.join(", ") })}</li>
        )}
        {lists.map((list) => (
          <li key={`${list.type} ${list.locale}`}>
            {say(vanishes ? "impact.listLoses" : "impact.list", { type: typeName(list.type), count: list.entries })}
          </li>
        ))}
        <Translations translations={impact.translations ?? []} asked={locales} />
        {(impact.under ?? 0) > 0 && vanishes && <li>{say("impact.under", { count: impact.under })}</li>}
      </ul>
      {goes && linked && linked.total + linked.hidden > 0 && (
        <Leading
          site={site}
          text={say(vanishes ? "impact.linksBreak" : "impact.linksFollow", { count: linked.total + linked.hidden })}
          pages={linked.items}
          isWarning={vanishes}
        />
      )}
      {vanishes && drafts && drafts.total > 0 && (
        <Leading site={site} text={say("impact.draftsLink", { count: drafts.total })} pages={drafts.items} isWarning />
      )}
    </div>
  );
}

function Address({ address }: { address: Schemas["EntryImpactAddress"] }) {
  const say = useSay();
  const { from, to } = address;
  if (!from && !to) {
    return <strong>{say("impact.noPage")}</strong>;
  }
  if (!from) {
    return <strong>{say("impact.appears", { path: to ?? "" })}</strong>;
  }
  if (!to) {
    return <strong>{say("impact.vanishes", { path: from })}</strong>;
  }
  return <strong>{from === to ? say("impact.changes", { path: to }) : say("impact.moves", { from, to })}</strong>;
}

function Translations({
  translations,
  asked,
}: {
  translations: ReadonlyArray<Schemas["EntryImpactTranslation"]>;
  asked: readonly string[];
}) {
  const say = useSay();
  const language = useLanguage();
  const names = new Intl.DisplayNames([language], { type: "language" });
  const others = translations.filter((one) => !asked.includes(one.locale));
  if (others.length === 0) {
    return null;
  }
  return (
    <li>
      {others
        .map((one) =>
          say(one.published ? "impact.otherLive" : "impact.otherDraft", { locale: names.of(one.locale) ?? one.locale }),
        )
        .join(" ")}
    </li>
  );
}

const FEW = 5;

function Leading({
  site,
  text,
  pages,
  isWarning,
}: {
  site: Site;
  text: string;
  pages: ReadonlyArray<{ entry: string; locale: string; title: string }>;
  isWarning: boolean;
}) {
  const say = useSay();
  const [isWhole, setWhole] = useState(false);
  return (
    <Notice tone={isWarning ? "warning" : "plain"}>
      <p>{text}</p>
      <ul>
        {pages.slice(0, isWhole ? pages.length : FEW).map((page) => (
          <li key={`${page.entry} ${page.locale} ${"place" in page ? String(page.place) : ""}`}>
            <Link to={`/sites/${site.id}/entries/${page.entry}/${page.locale}`} target="_blank">
              {page.title}
            </Link>
          </li>
        ))}
      </ul>
      {!isWhole && pages.length > FEW && (
        <Button look="quiet" onPress={() => setWhole(true)}>
          {say("impact.more", { count: pages.length - FEW })}
        </Button>
      )}
    </Notice>
  );
}

/** Warnings of the gates about what is to be published: they hold nothing up. */
export function Warnings({ findings }: { findings: ReadonlyArray<Schemas["CheckFinding"]> }) {
  const say = useSay();
  const language = useLanguage();
  if (findings.length === 0) {
    return null;
  }
  return (
    <Notice tone="warning">
      <p>{say("publish.warnings")}</p>
      <ul>
        {findings.map((finding) => (
          <li key={`${finding.code} ${finding.pointer}`}>{inLanguage(finding.message, language)}</li>
        ))}
      </ul>
    </Notice>
  );
}
