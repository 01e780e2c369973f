import { Link, useSearchParams } from "react-router";
import { api, read, type Schemas } from "../api/client";
import type { Site } from "../app/site";
import type { Job } from "../jobs/door";
import { State, type Tone } from "../kit/Bits";
import { Select } from "../kit/Field";
import { Pages } from "../kit/Pages";
import { Table } from "../kit/Table";
import { useSay } from "./words";

type Imported = Schemas["ImportedFileView"];
type Outcome = Imported["outcome"];

const OUTCOMES: Outcome[] = ["created", "updated", "unchanged", "skipped", "failed"];

const TONES: Record<Outcome, Tone> = {
  created: "good",
  updated: "good",
  unchanged: "plain",
  skipped: "warm",
  failed: "danger",
};

/** What became of each file, and why. */
export function ImportedFiles({ site, job, isTrial }: { site: Site; job: Job; isTrial: boolean }) {
  const say = useSay();
  const [query, setQuery] = useSearchParams();
  const outcome = OUTCOMES.find((one) => one === query.get("outcome"));
  const columns = ["file", "outcome", "address", "notes"] as const;
  return (
    <div className="stack">
      <div className="imports-files-head">
        <h2>{say("files")}</h2>
        <Select
          label={say("files.show")}
          value={outcome ?? ""}
          onChange={(next) =>
            setQuery(
              (before) => {
                before.delete("outcome");
                if (next) {
                  before.set("outcome", next);
                }
                return before;
              },
              { replace: true },
            )
          }
          choices={[
            { value: "", label: say("files.all") },
            ...OUTCOMES.map((one) => ({ value: one, label: say(`outcome.${one}`) })),
          ]}
        />
      </div>
      <Pages
        name={["imported-files", site.id, job.id, outcome]}
        fetch={(cursor) =>
          read(
            api.GET("/manage/v1/sites/{site}/imports/{job}/files", {
              params: { path: { site: site.id, job: job.id }, query: { outcome, cursor } },
            }),
          )
        }
        empty={<p className="soft">{say(outcome ? "files.none.such" : "files.none")}</p>}
      >
        {(files) => (
          <Table label={say("files")} columns={columns.map((key) => ({ key, label: say(`files.${key}`) }))}>
            {files.map((file) => (
              <tr key={file.file} className="imports-file">
                <th scope="row">{file.file}</th>
                <td>
                  <State tone={TONES[file.outcome]}>{say(`outcome.${file.outcome}`)}</State>
                  {file.state && file.state !== "published" && (
                    <span className="soft small"> {say(`state.${file.state}`)}</span>
                  )}
                </td>
                <td>
                  <Page
                    site={site}
                    file={file}
                    locale={query.get("locale") ?? site.locales[0] ?? ""}
                    isThere={!isTrial}
                  />
                </td>
                <td>
                  <Told file={file} />
                </td>
              </tr>
            ))}
          </Table>
        )}
      </Pages>
    </div>
  );
}

/** Leads to the text that was made; a dry run made none. */
function Page({ site, file, locale, isThere }: { site: Site; file: Imported; locale: string; isThere: boolean }) {
  const say = useSay();
  const name = file.path ?? (file.entry && say("files.entry"));
  return isThere && file.entry && file.outcome !== "failed" ? (
    <Link to={`/sites/${site.id}/entries/${file.entry}/${locale}`}>{name}</Link>
  ) : (
    name
  );
}

const FEW = 3;

function Told({ file }: { file: Imported }) {
  const say = useSay();
  const notes = file.notes ?? [];
  const links = file.missingLinks ?? [];
  return (
    <div className="imports-told">
      <Lines lines={notes.slice(0, FEW)} />
      {notes.length > FEW && (
        <details>
          <summary>{say("files.more", { count: notes.length - FEW })}</summary>
          <Lines lines={notes.slice(FEW)} />
        </details>
      )}
      {links.length > 0 && (
        <details>
          <summary>{say("files.links", { count: links.length })}</summary>
          <Lines lines={links} />
        </details>
      )}
    </div>
  );
}

function Lines({ lines }: { lines: string[] }) {
  return (
    lines.length > 0 && (
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    )
  );
}
