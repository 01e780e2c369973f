import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, read, type Schemas } from "../api/client";
import { Problem } from "../api/problem";
import { Changes, WholeText } from "../compare/door";
import { Notice, Refusal, Shapes } from "../kit/Bits";
import { Button } from "../kit/Button";
import { Select } from "../kit/Field";
import { tell } from "../kit/toasts";
import { day } from "../words/dates";
import { useLanguage } from "../words/language";
import type { PanelProps } from "../writing/door";
import { useSay } from "./words";

/** The text that this translation follows, to be read beside it, with what it says otherwise since. */
export function Source(props: PanelProps & { type: string; locales: readonly string[] }) {
  const { site, entry, locale, locales } = props;
  const say = useSay();
  const source = useQuery({
    queryKey: ["source", site.id, entry, locale],
    retry: false,
    queryFn: async () => {
      try {
        return await read(
          api.GET("/manage/v1/sites/{site}/entries/{entry}/translations/{locale}/source", {
            params: { path: { site: site.id, entry, locale } },
          }),
        );
      } catch (problem) {
        if (problem instanceof Problem && problem.code === "no-source") {
          return null;
        }
        throw problem;
      }
    },
  });
  if (locales.length < 2) {
    return null;
  }
  if (source.isPending) {
    return <Shapes rows={3} />;
  }
  if (source.isError) {
    return <Refusal problem={source.error} onRetry={() => source.refetch()} />;
  }
  if (source.data) {
    return <Follows {...props} source={source.data} />;
  }
  return locale === site.locales[0] ? <p className="soft">{say("isSource")}</p> : <FollowsNothing {...props} />;
}

type Props = PanelProps & { type: string; locales: readonly string[] };

function useFollow({ site, entry, locale }: PanelProps) {
  const client = useQueryClient();
  const say = useSay();
  const [problem, setProblem] = useState<unknown>();
  async function follow(from: string, revision: string) {
    setProblem(undefined);
    try {
      await api.PUT("/manage/v1/sites/{site}/entries/{entry}/translations/{locale}/source", {
        params: { path: { site: site.id, entry, locale } },
        body: { locale: from, revision },
      });
    } catch (error) {
      setProblem(error);
      return;
    }
    await Promise.all(["source", "stale"].map((name) => client.invalidateQueries({ queryKey: [name] })));
    tell(say("followed"));
  }
  return { follow, problem };
}

function Follows(props: Props & { source: Schemas["SourceView"] }) {
  const { site, entry, type, source } = props;
  const say = useSay();
  const language = useLanguage();
  const { follow, problem } = useFollow(props);
  const name = new Intl.DisplayNames([language], { type: "language" }).of(source.locale) ?? source.locale;
  const whole = useQuery({
    queryKey: ["revision", site.id, entry, source.newest],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () =>
      read(
        api.GET("/manage/v1/sites/{site}/entries/{entry}/translations/{locale}/revisions/{revision}", {
          params: { path: { site: site.id, entry, locale: source.locale, revision: source.newest } },
        }),
      ),
  });
  return (
    <>
      {source.staleSince ? (
        <>
          <Notice tone="warning">
            <p>{say("stale", { locale: name, day: day(source.staleSince) })}</p>
          </Notice>
          <Changes site={site} type={type} changes={source.changes} />
          {problem !== undefined && <Refusal problem={problem} />}
          <div>
            <Button onPress={() => void follow(source.locale, source.newest)}>{say("follow")}</Button>
          </div>
        </>
      ) : (
        <Notice tone="good">
          <p>{say("fresh", { locale: name })}</p>
        </Notice>
      )}
      <section className="translations-source" aria-label={say("source", { locale: name })}>
        <h2>{say("source", { locale: name })}</h2>
        {whole.isPending && <Shapes rows={4} />}
        {whole.isError && <Refusal problem={whole.error} onRetry={() => whole.refetch()} />}
        {whole.data && (
          <div lang={source.locale}>
            <WholeText site={site} type={type} fields={whole.data.fields ?? {}} />
          </div>
        )}
      </section>
    </>
  );
}

function FollowsNothing(props: Props) {
  const { site, entry, locale, locales } = props;
  const say = useSay();
  const language = useLanguage();
  const names = new Intl.DisplayNames([language], { type: "language" });
  const others = locales.filter((one) => one !== locale);
  const [from, setFrom] = useState(others[0] ?? "");
  const { follow, problem } = useFollow(props);
  const [unread, setUnread] = useState<unknown>();

  async function start() {
    setUnread(undefined);
    try {
      const draft = await read(
        api.GET("/manage/v1/sites/{site}/entries/{entry}/translations/{locale}/draft", {
          params: { path: { site: site.id, entry, locale: from } },
        }),
      );
      await follow(from, draft.revision);
    } catch (error) {
      setUnread(error);
    }
  }

  return (
    <section className="stack tight">
      <h2>{say("leads")}</h2>
      <p className="soft">{say("leadsText")}</p>
      <Select
        label={say("from")}
        value={from}
        onChange={setFrom}
        choices={others.map((one) => ({ value: one, label: names.of(one) ?? one }))}
      />
      {(problem ?? unread) !== undefined && <Refusal problem={problem ?? unread} />}
      <div>
        <Button onPress={() => void start()}>{say("start")}</Button>
      </div>
    </section>
  );
}
