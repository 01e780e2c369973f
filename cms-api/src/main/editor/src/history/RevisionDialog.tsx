import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, read } from "../api/client";
import { Changes, WholeText } from "../compare/door";
import { Refusal, Shapes } from "../kit/Bits";
import { Button } from "../kit/Button";
import { Dialog } from "../kit/Dialog";
import { Select, TextInput } from "../kit/Field";
import { tell } from "../kit/toasts";
import { inFull } from "../words/dates";
import type { PanelProps } from "../writing/door";
import type { Revision } from "./HistoryPanel";
import { useSay } from "./words";

type View = "before" | "draft" | "whole";

/** One revision: what changed in it, how it differs from the draft, all that it says; restored or named from here. */
export function RevisionDialog({
  site,
  entry,
  locale,
  draft,
  type,
  revision,
  onDraftChanged,
  onClose,
}: PanelProps & { type: string; revision: Revision; onClose: () => void }) {
  const say = useSay();
  const client = useQueryClient();
  const isDraft = revision.revision === draft.revision;
  const views: View[] = [
    ...(revision.basedOn ? (["before"] as const) : []),
    ...(isDraft ? [] : (["draft"] as const)),
    "whole",
  ];
  const [view, setView] = useState<View>(views[0] ?? "whole");
  const [problem, setProblem] = useState<unknown>();
  const at = { site: site.id, entry, locale, revision: revision.revision };

  async function restore(which: string, onto: string): Promise<string> {
    const restored = await read(
      api.POST("/manage/v1/sites/{site}/entries/{entry}/translations/{locale}/revisions/{revision}/restorations", {
        params: { path: { ...at, revision: which }, header: { "If-Match": `"${onto}"` } },
      }),
    );
    onDraftChanged();
    await client.invalidateQueries({ queryKey: ["history"] });
    return restored.revision;
  }

  async function restoreThis() {
    setProblem(undefined);
    try {
      const before = draft.revision;
      const now = await restore(revision.revision, before);
      onClose();
      tell(say("restored", { time: inFull(revision.savedAt, site.timeZone) }), () => void restore(before, now));
    } catch (error) {
      setProblem(error);
    }
  }

  return (
    <Dialog title={revision.name || inFull(revision.savedAt, site.timeZone)} onClose={onClose} wide>
      <p className="soft">{[revision.writer ?? say("nobody"), ...times(revision, site.timeZone, say)].join(" · ")}</p>
      <Select
        label={say("view")}
        value={view}
        onChange={(value) => setView(value as View)}
        choices={views.map((value) => ({ value, label: say(`view.${value}`) }))}
      />
      <div className="history-text">
        {view === "whole" ? (
          <Whole at={at} site={site} type={type} />
        ) : (
          <Compared at={at} site={site} type={type} view={view} draft={draft.revision} />
        )}
      </div>
      <NameForm at={at} before={revision.name ?? ""} />
      {problem !== undefined && <Refusal problem={problem} />}
      <div className="actions end">
        <Button onPress={onClose}>{say("close")}</Button>
        {!isDraft && (
          <Button look="primary" isDisabled={!draft.isSaved} onPress={() => void restoreThis()}>
            {say("restore")}
          </Button>
        )}
      </div>
    </Dialog>
  );
}

interface At {
  site: string;
  entry: string;
  locale: string;
  revision: string;
}

/** With the draft, the revision is what was before; with the one that it was based on, it is what came after. */
function Compared({
  at,
  site,
  type,
  view,
  draft,
}: {
  at: At;
  site: PanelProps["site"];
  type: string;
  view: "before" | "draft";
  draft: string;
}) {
  const asked = view === "draft" ? { ...at, revision: draft } : at;
  const comparison = useQuery({
    queryKey: ["comparison", asked, view === "draft" ? at.revision : undefined],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () =>
      read(
        api.GET("/manage/v1/sites/{site}/entries/{entry}/translations/{locale}/revisions/{revision}/comparison", {
          params: { path: asked, query: view === "draft" ? { with: at.revision } : {} },
        }),
      ),
  });
  if (comparison.isPending) {
    return <Shapes rows={4} />;
  }
  if (comparison.isError) {
    return <Refusal problem={comparison.error} onRetry={() => comparison.refetch()} />;
  }
  return <Changes site={site} type={type} changes={comparison.data.changes} />;
}

function Whole({ at, site, type }: { at: At; site: PanelProps["site"]; type: string }) {
  const whole = useQuery({
    queryKey: ["revision", at],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () =>
      read(
        api.GET("/manage/v1/sites/{site}/entries/{entry}/translations/{locale}/revisions/{revision}", {
          params: { path: at },
        }),
      ),
  });
  if (whole.isPending) {
    return <Shapes rows={4} />;
  }
  if (whole.isError) {
    return <Refusal problem={whole.error} onRetry={() => whole.refetch()} />;
  }
  return <WholeText site={site} type={type} fields={whole.data.fields ?? {}} />;
}

function NameForm({ at, before }: { at: At; before: string }) {
  const say = useSay();
  const client = useQueryClient();
  const [name, setName] = useState(before);
  const [problem, setProblem] = useState<unknown>();

  async function save() {
    setProblem(undefined);
    try {
      await api.PUT("/manage/v1/sites/{site}/entries/{entry}/translations/{locale}/revisions/{revision}/name", {
        params: { path: at },
        body: { name: name.trim() },
      });
      await client.invalidateQueries({ queryKey: ["history"] });
      tell(say(name.trim() ? "named" : "nameless", { name: name.trim() }));
    } catch (error) {
      setProblem(error);
    }
  }

  return (
    <form
      className="history-name"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextInput label={say("name")} hint={say("name.hint")} value={name} onChange={setName} autoComplete="off" />
      <Button type="submit" isDisabled={name.trim() === before}>
        {say("name.do")}
      </Button>
      {problem !== undefined && <Refusal problem={problem} />}
    </form>
  );
}

function times(revision: Revision, timeZone: string, say: ReturnType<typeof useSay>): string[] {
  return (revision.shown ?? []).map((time) =>
    time.until
      ? say("shown", { from: inFull(time.from, timeZone), until: inFull(time.until, timeZone) })
      : say("shown.since", { from: inFull(time.from, timeZone) }),
  );
}
