import { useQuery, useQueryClient } from "@tanstack/react-query";
import { CalendarClock, EllipsisVertical, Package, Plus, Send, Trash2, Undo2 } from "lucide-react";
import { useState } from "react";
import { useNavigate, useParams } from "react-router";
import { api, read, readTagged, type Schemas } from "../api/client";
import { may, useSite } from "../app/site";
import { useTitle } from "../app/title";
import { PickEntry } from "../content/door";
import { Empty, PageHead, Refusal, Shapes, State } from "../kit/Bits";
import { Button } from "../kit/Button";
import { Confirm, Dialog } from "../kit/Dialog";
import { ActMenu, type Item } from "../kit/Menu";
import { tell } from "../kit/toasts";
import { short } from "../words/dates";
import { LaterRelease } from "./LaterRelease";
import { PublishRelease } from "./PublishRelease";
import { ReceiptView } from "./ReceiptView";
import { RELEASE_TONES } from "./Releases";
import { Review } from "./Review";
import { useSay } from "./words";
import "./publishing.css";

const ICON = { size: 18, strokeWidth: 1.5, "aria-hidden": true } as const;

type Over = "add" | "publish" | "schedule" | "roll-back" | "drop";

/** One release: what it holds, what it would do now, what stands in its way. */
export default function Release() {
  const say = useSay();
  const site = useSite();
  const { release: id = "" } = useParams();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [over, setOver] = useState<Over>();
  const [receipt, setReceipt] = useState<Schemas["ReceiptView"]>();
  const [problem, setProblem] = useState<unknown>();
  const path = { site: site.id, release: id };
  const release = useQuery({
    queryKey: ["releases", site.id, id],
    queryFn: () => readTagged(api.GET("/manage/v1/sites/{site}/releases/{release}", { params: { path } })),
  });
  const plans = useQuery({
    queryKey: ["schedules", site.id, "release", id],
    queryFn: () =>
      read(
        api.GET("/manage/v1/sites/{site}/schedules", {
          params: { path: { site: site.id }, query: { release: id, state: "waiting" } },
        }),
      ),
  });
  useTitle(release.data?.data.name ?? say("releases"));

  if (release.isPending) {
    return (
      <div className="page">
        <Shapes />
      </div>
    );
  }
  if (release.isError) {
    return (
      <div className="page">
        <Refusal problem={release.error} onRetry={() => release.refetch()} />
      </div>
    );
  }
  const { data, tag } = release.data;
  const items = data.items ?? [];
  const isPlanned = data.state === "planned";
  const publishes = may(site, "content.publish");
  const header = { "If-Match": tag };
  const refresh = () =>
    Promise.all(["releases", "schedules", "entries"].map((name) => client.invalidateQueries({ queryKey: [name] })));

  async function attempt(act: () => Promise<unknown>) {
    setProblem(undefined);
    setOver(undefined);
    try {
      await act();
    } catch (error) {
      setProblem(error);
    }
    await refresh();
  }

  const keep = (next: Array<Schemas["ReleaseItem"]>) =>
    attempt(() =>
      api.PUT("/manage/v1/sites/{site}/releases/{release}", {
        params: { path, header },
        body: { name: data.name, items: next },
      }),
    );

  async function add(entry: string) {
    const about = await read(
      api.GET("/manage/v1/sites/{site}/entries/{entry}", { params: { path: { site: site.id, entry } } }),
    );
    const fresh = about.translations
      .filter((one) => !items.some((item) => item.entry === entry && item.locale === one.locale))
      .map((one) => ({ entry, locale: one.locale, act: "publish" as const }));
    await keep([...items, ...fresh]);
  }

  const menu: Item[] = [
    ...(isPlanned && publishes && items.length > 0
      ? [
          {
            id: "schedule",
            label: say("release.later"),
            icon: <CalendarClock {...ICON} />,
            onAct: () => setOver("schedule"),
          },
        ]
      : []),
    ...(data.state === "published" && publishes
      ? [
          {
            id: "roll-back",
            label: say("release.rollBack"),
            icon: <Undo2 {...ICON} />,
            onAct: () => setOver("roll-back"),
          },
        ]
      : []),
    ...(isPlanned
      ? [
          {
            id: "drop",
            label: say("release.drop"),
            icon: <Trash2 {...ICON} />,
            isDanger: true,
            onAct: () => setOver("drop"),
          },
        ]
      : []),
  ];

  return (
    <div className="page">
      <PageHead
        title={data.name}
        lead={
          <span className="row">
            <State tone={RELEASE_TONES[data.state]}>{say(`releases.${data.state}`)}</State>
            {(plans.data?.items ?? []).map((plan) => (
              <State tone="accent" key={plan.id}>
                {say("where.planned.publish", { time: short(plan.at, site.timeZone) })}
              </State>
            ))}
          </span>
        }
      >
        {isPlanned && (
          <Button icon={<Plus {...ICON} />} onPress={() => setOver("add")}>
            {say("release.addPage")}
          </Button>
        )}
        {isPlanned && publishes && items.length > 0 && (
          <Button look="primary" icon={<Send {...ICON} />} onPress={() => setOver("publish")}>
            {say("release.publishAll")}
          </Button>
        )}
        {menu.length > 0 && (
          <ActMenu label={say("menu")} icon={<EllipsisVertical {...ICON} />} iconOnly look="quiet" items={menu} />
        )}
      </PageHead>
      {problem !== undefined && <Refusal problem={problem} />}
      {items.length === 0 ? (
        <Empty icon={<Package size={28} strokeWidth={1.5} aria-hidden />} title={say("release.empty")}>
          <p>{say("release.emptyText")}</p>
        </Empty>
      ) : (
        <Review
          site={site}
          release={id}
          tag={tag}
          isPlanned={isPlanned}
          items={items}
          onChange={(next) => void keep(next)}
        />
      )}
      {over === "add" && (
        <PickEntry
          site={site}
          locale={site.locales[0] ?? ""}
          title={say("release.addPage")}
          onPick={({ id: entry }) => void attempt(() => add(entry))}
          onClose={() => setOver(undefined)}
        />
      )}
      {over === "publish" && (
        <PublishRelease
          path={path}
          tag={tag}
          count={items.length}
          onReceipt={(made) => void attempt(async () => setReceipt(made))}
          onClose={() => setOver(undefined)}
        />
      )}
      {over === "schedule" && <LaterRelease path={path} onDone={() => void attempt(async () => undefined)} />}
      {over === "roll-back" && (
        <Confirm
          title={say("release.rollBack")}
          act={say("release.rollBackDo")}
          onClose={() => setOver(undefined)}
          onAct={() =>
            void attempt(async () =>
              setReceipt(
                await read(
                  api.POST("/manage/v1/sites/{site}/releases/{release}/roll-backs", { params: { path, header } }),
                ),
              ),
            )
          }
        >
          <p>{say("release.rollBackText")}</p>
        </Confirm>
      )}
      {over === "drop" && (
        <Confirm
          title={say("release.drop")}
          act={say("release.dropDo")}
          name={data.name}
          onClose={() => setOver(undefined)}
          onAct={() =>
            void attempt(async () => {
              await api.DELETE("/manage/v1/sites/{site}/releases/{release}", { params: { path, header } });
              tell(say("release.dropped", { name: data.name }));
              void navigate(`/sites/${site.id}/releases`);
            })
          }
        >
          <p>{say("release.dropText")}</p>
        </Confirm>
      )}
      {receipt && (
        <Dialog title={say("receipt.title")} onClose={() => setReceipt(undefined)}>
          <ReceiptView site={site} receipt={receipt} onClose={() => setReceipt(undefined)} />
        </Dialog>
      )}
    </div>
  );
}
