import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { api, read, readTagged, type Schemas } from "../api/client";
import type { Site } from "../app/site";
import { Notice, Refusal, Shapes } from "../kit/Bits";
import { Button } from "../kit/Button";
import { Dialog } from "../kit/Dialog";
import { Select, TextInput } from "../kit/Field";
import { tell } from "../kit/toasts";
import type { EntryLine } from "./findEntries";
import { PickEntry } from "./PickEntry";
import { useAudienceName, useGroups } from "./useAudienceName";
import { useSay } from "./words";

/** Another place for an entry: what it lies under, the last part of its address, who it is for. Shows first what that moves. */
export function MoveEntry({ site, line, onClose }: { site: Site; line: EntryLine; onClose: () => void }) {
  const say = useSay();
  const entry = useQuery({
    queryKey: ["entry", site.id, line.id, "tagged"],
    queryFn: () => readTagged(api.GET("/manage/v1/sites/{site}/entries/{entry}", at(site, line.id))),
  });
  return (
    <Dialog title={say("move.title", { title: line.translation.title })} onClose={onClose}>
      {entry.isPending && <Shapes rows={4} />}
      {entry.isError && <Refusal problem={entry.error} onRetry={() => entry.refetch()} />}
      {entry.data && (
        <MoveForm site={site} line={line} entry={entry.data.data} tag={entry.data.tag} onClose={onClose} />
      )}
    </Dialog>
  );
}

interface Place {
  parent: string;
  slug: string;
  audience: string;
}

function MoveForm({
  site,
  line,
  entry,
  tag,
  onClose,
}: {
  site: Site;
  line: EntryLine;
  entry: Schemas["EntryView"];
  tag: string;
  onClose: () => void;
}) {
  const say = useSay();
  const client = useQueryClient();
  const audienceName = useAudienceName(site);
  const groups = useGroups(site);
  const locale = line.translation.locale;
  const before: Place = {
    parent: entry.parent ?? "",
    slug: line.translation.slug,
    audience: entry.audience,
  };
  const [place, setPlace] = useState(before);
  const [isPicking, setPicking] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const wanted = useDeferredValue(place);
  const isSame = place.parent === before.parent && place.slug === before.slug && place.audience === before.audience;
  const impact = useQuery({
    queryKey: ["impact", site.id, line.id, "move", locale, wanted],
    enabled: !isSame,
    retry: false,
    queryFn: ({ signal }) =>
      read(
        api.GET("/manage/v1/sites/{site}/entries/{entry}/impact", {
          params: {
            path: { site: site.id, entry: line.id },
            query: { act: "move", locale, ...changed(before, wanted) },
          },
          signal,
        }),
      ),
  });
  const audiences = [
    "everyone",
    "government",
    "agency",
    ...(groups.data?.items ?? []).map((group) => `group:${group.key}`),
  ];

  async function move() {
    setProblem(undefined);
    const { slug, ...rest } = changed(before, place);
    try {
      await api.PUT("/manage/v1/sites/{site}/entries/{entry}/place", {
        params: { path: { site: site.id, entry: line.id }, header: { "If-Match": tag } },
        body: { ...rest, ...(slug !== undefined && { slugs: { [locale]: slug } }) },
      });
    } catch (error) {
      setProblem(error);
      return;
    }
    onClose();
    tell(say("move.done", { title: line.translation.title }));
    await client.invalidateQueries({ queryKey: ["entries", site.id] });
  }

  return (
    <>
      <div className="field">
        <span className="label">{say("move.parent")}</span>
        <div className="row">
          <ParentName site={site} parent={place.parent} locale={locale} />
          <Button onPress={() => setPicking(true)}>{say("move.pick")}</Button>
          {place.parent && (
            <Button look="quiet" onPress={() => setPlace({ ...place, parent: "" })}>
              {say("move.top")}
            </Button>
          )}
        </div>
      </div>
      <TextInput
        label={say("move.slug", { locale })}
        hint={say("move.slugHint")}
        value={place.slug}
        spellCheck={false}
        onChange={(slug) => setPlace({ ...place, slug })}
      />
      <Select
        label={say("column.audience")}
        value={place.audience}
        onChange={(audience) => setPlace({ ...place, audience })}
        choices={audiences.map((value) => ({ value, label: audienceName(value) }))}
      />
      {!isSame && impact.data && <Moving impact={impact.data} />}
      {!isSame && impact.isError && <Refusal problem={impact.error} />}
      {problem !== undefined && <Refusal problem={problem} />}
      <div className="actions end">
        <Button onPress={onClose}>{say("cancel")}</Button>
        <Button look="primary" isDisabled={isSame || Boolean(impact.data?.refused)} onPress={() => void move()}>
          {say("move.do")}
        </Button>
      </div>
      {isPicking && (
        <PickEntry
          site={site}
          locale={locale}
          onPick={({ id }) => setPlace({ ...place, parent: id })}
          onClose={() => setPicking(false)}
        />
      )}
    </>
  );
}

function ParentName({ site, parent, locale }: { site: Site; parent: string; locale: string }) {
  const say = useSay();
  const entry = useQuery({
    queryKey: ["entry", site.id, parent, "tagged"],
    enabled: parent !== "",
    queryFn: () => readTagged(api.GET("/manage/v1/sites/{site}/entries/{entry}", at(site, parent))),
  });
  if (parent === "") {
    return <span>{say("move.none")}</span>;
  }
  const translations = entry.data?.data.translations ?? [];
  const shown = translations.find((one) => one.locale === locale) ?? translations[0];
  return <strong>{shown?.title ?? "…"}</strong>;
}

function Moving({ impact }: { impact: Schemas["EntryImpact"] }) {
  const say = useSay();
  const moving = impact.moving ?? [];
  if (impact.refused) {
    return (
      <Notice tone="danger">
        <p>{impact.refused.detail}</p>
      </Notice>
    );
  }
  return (
    <Notice>
      <p>{moving.length === 0 ? say("move.same") : say("move.moving", { count: moving.length })}</p>
      <ul>
        {moving.slice(0, 10).map((page) => (
          <li key={`${page.entry} ${page.locale}`}>
            {page.from} → {page.to}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function changed(before: Place, now: Place): Partial<Place> {
  return {
    ...(now.parent !== before.parent && { parent: now.parent }),
    ...(now.slug !== before.slug && { slug: now.slug }),
    ...(now.audience !== before.audience && { audience: now.audience }),
  };
}

function at(site: Site, entry: string) {
  return { params: { path: { site: site.id, entry } } };
}
