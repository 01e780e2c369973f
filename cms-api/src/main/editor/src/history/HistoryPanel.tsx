import { useQuery } from "@tanstack/react-query";
import { memo, useState } from "react";
import { api, read, type Schemas } from "../api/client";
import { useAfterSave } from "../compare/door";
import { Refusal, State } from "../kit/Bits";
import { Check } from "../kit/Field";
import { Pages } from "../kit/Pages";
import { short } from "../words/dates";
import { type PanelProps, sameText } from "../writing/door";
import { AsSeenOn } from "./AsSeenOn";
import { RevisionDialog } from "./RevisionDialog";
import { useSay } from "./words";
import "./history.css";

export type Revision = Schemas["RevisionView"];

/** Every saved state of a text: who, when, whether visitors saw it, and ways back. */
function HistoryPanel(props: PanelProps) {
  const { site, entry, locale, draft } = props;
  const say = useSay();
  const [isWhole, setWhole] = useState(false);
  const [shown, setShown] = useState<Revision>();
  useAfterSave(draft.revision, ["history", site.id, entry, locale]);
  const about = useQuery({
    queryKey: ["entry-type", site.id, entry],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () =>
      (await read(api.GET("/manage/v1/sites/{site}/entries/{entry}", { params: { path: { site: site.id, entry } } })))
        .type,
  });
  const isWorth = (one: Revision) =>
    isWhole || !one.autosave || one.name || one.shown || one.revision === draft.revision;

  return (
    <div className="stack">
      <AsSeenOn site={site} entry={entry} locale={locale} onFound={setShown} />
      <Check checked={isWhole} onChange={setWhole}>
        {say("autosaves")}
      </Check>
      <Pages
        name={["history", site.id, entry, locale]}
        empty={<p className="soft">{say("none")}</p>}
        fetch={(cursor) =>
          read(
            api.GET("/manage/v1/sites/{site}/entries/{entry}/translations/{locale}/revisions", {
              params: {
                path: { site: site.id, entry, locale },
                query: { cursor: cursor === undefined ? undefined : Number(cursor), pageSize: 50 },
              },
            }),
          )
        }
      >
        {(revisions) => (
          <ol className="history-list">
            {revisions.filter(isWorth).map((one) => (
              <li key={one.revision}>
                <button type="button" className="history-line" onClick={() => setShown(one)}>
                  <span className="history-when">{one.name || short(one.savedAt, site.timeZone)}</span>
                  <span className="soft small">
                    {[
                      one.name && short(one.savedAt, site.timeZone),
                      one.writer ?? say("nobody"),
                      one.autosave && say("autosave"),
                    ]
                      .filter(Boolean)
                      .join(" · ")}
                  </span>
                  <Marks revision={one} isDraft={one.revision === draft.revision} />
                </button>
              </li>
            ))}
          </ol>
        )}
      </Pages>
      {about.isError && <Refusal problem={about.error} />}
      {shown && about.data && (
        <RevisionDialog
          {...props}
          key={shown.revision}
          type={about.data}
          revision={shown}
          onClose={() => setShown(undefined)}
        />
      )}
    </div>
  );
}

export default memo(HistoryPanel, sameText);

function Marks({ revision, isDraft }: { revision: Revision; isDraft: boolean }) {
  const say = useSay();
  const isLive = revision.shown?.some((time) => !time.until);
  return (
    <span className="row">
      {isDraft && <State>{say("draft")}</State>}
      {isLive && <State tone="good">{say("live")}</State>}
      {!isLive && revision.shown && <State>{say("wasLive")}</State>}
    </span>
  );
}
