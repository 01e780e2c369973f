import { useQuery } from "@tanstack/react-query";
import { ThumbsUp } from "lucide-react";
import { api, read } from "../api/client";
import { liveAddress, type Site } from "../app/site";
import { Empty, Refusal, Shapes } from "../kit/Bits";
import { Pages } from "../kit/Pages";
import { Table } from "../kit/Table";
import { ago } from "../words/dates";
import { useSay } from "./words";

/** How visitors answered "was this page useful?": those with the most answers "no" first, and what they wrote. */
export function Usefulness({ site }: { site: Site }) {
  const say = useSay();
  const pages = useQuery({
    queryKey: ["usefulness", site.id],
    queryFn: () => read(api.GET("/manage/v1/sites/{site}/usefulness", { params: { path: { site: site.id } } })),
  });
  if (pages.isPending) {
    return <Shapes />;
  }
  if (pages.isError) {
    return <Refusal problem={pages.error} onRetry={() => pages.refetch()} />;
  }
  if (pages.data.items.length === 0) {
    return (
      <Empty icon={<ThumbsUp size={40} strokeWidth={1.5} aria-hidden />} title={say("useful.empty")}>
        <p>{say("useful.empty.text")}</p>
      </Empty>
    );
  }
  return (
    <section className="stack" aria-labelledby="messages-pages">
      <h2 id="messages-pages">{say("useful.pages")}</h2>
      <Table
        label={say("useful.pages")}
        columns={[
          { key: "page", label: say("page") },
          { key: "yes", label: say("useful.yes"), isNumber: true },
          { key: "no", label: say("useful.no"), isNumber: true },
          { key: "share", label: say("useful.share") },
        ]}
      >
        {pages.data.items.map(({ path, yes, no }) => (
          <tr key={path}>
            <th scope="row">
              <a href={liveAddress(site, path)} target="_blank" rel="noreferrer">
                {path}
              </a>
            </th>
            <td className="number">{yes}</td>
            <td className="number">{no}</td>
            <td>
              <span className="messages-share">
                <span className="messages-bar" aria-hidden="true">
                  <span style={{ inlineSize: `${share(yes, no)}%` }} />
                </span>
                {say("useful.percent", { percent: share(yes, no), total: yes + no })}
              </span>
            </td>
          </tr>
        ))}
      </Table>
      <h2>{say("useful.words")}</h2>
      <Verdicts site={site} />
    </section>
  );
}

function share(yes: number, no: number): number {
  return yes + no === 0 ? 0 : Math.round((100 * yes) / (yes + no));
}

function Verdicts({ site }: { site: Site }) {
  const say = useSay();
  return (
    <Pages
      name={["contributions", site.id, "verdict"]}
      fetch={(cursor) =>
        read(
          api.GET("/manage/v1/sites/{site}/contributions", {
            params: { path: { site: site.id }, query: { kind: "verdict", pageSize: 30, cursor } },
          }),
        )
      }
      empty={<p>{say("useful.empty")}</p>}
    >
      {(verdicts) => (
        <ul className="messages-verdicts">
          {verdicts.map((verdict) => (
            <li key={verdict.id}>
              <p>
                {say(verdict.answer === "yes" ? "useful.said.yes" : "useful.said.no", { path: verdict.path })}{" "}
                <span className="soft small">{ago(verdict.receivedAt)}</span>
              </p>
              {verdict.text && <p lang={verdict.locale}>{verdict.text}</p>}
            </li>
          ))}
        </ul>
      )}
    </Pages>
  );
}
