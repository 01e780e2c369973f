import { CalendarClock, CircleHelp, CloudOff, EllipsisVertical, Package, Send, Undo2, X } from "lucide-react";
import { memo, useState } from "react";
import { api } from "../api/client";
import { may } from "../app/site";
import { announce } from "../kit/announce";
import { Refusal } from "../kit/Bits";
import { Button } from "../kit/Button";
import { ActMenu, type Item } from "../kit/Menu";
import { tell } from "../kit/toasts";
import { inLanguage, useLanguage } from "../words/language";
import { type PanelProps, sameText } from "../writing/door";
import { PublishDialog } from "./PublishDialog";
import { PutBackDialog } from "./PutBackDialog";
import { ReleaseDialog } from "./ReleaseDialog";
import { ScheduleDialog } from "./ScheduleDialog";
import { closedWays, nextWay, type Way } from "./standing";
import { TransitionDialog } from "./TransitionDialog";
import { UnpublishDialog } from "./UnpublishDialog";
import { useStanding } from "./useStanding";
import { Where } from "./Where";
import { WhyNot } from "./WhyNot";
import { useSay } from "./words";
import "./publishing.css";

const ICON = { size: 18, strokeWidth: 1.5, "aria-hidden": true } as const;

type Over =
  | { act: "publish" | "unpublish" | "release" | "why" | "put-back" }
  | { act: "schedule"; what: "publish" | "unpublish" }
  | { act: "step"; way: Way };

/** Where a draft stands, the one thing to do next, and a menu with the rest. */
function PublishBar(props: PanelProps) {
  const { site, entry, locale, draft } = props;
  const say = useSay();
  const language = useLanguage();
  const standing = useStanding(site, entry, locale, draft.revision);
  const [over, setOver] = useState<Over>();
  const workflow = standing.workflow.data;
  const publishes = may(site, "content.publish");

  if (standing.workflow.isError) {
    return <Refusal problem={standing.workflow.error} onRetry={() => standing.workflow.refetch()} />;
  }
  if (!workflow) {
    return null;
  }
  const next = nextWay(workflow, standing.seen, standing.states);
  const closed = closedWays(workflow, standing.states);
  const others = (workflow.transitions ?? []).filter((way) => way.open && !way.publishes && way !== next);

  async function cancel(schedule: string) {
    await api.DELETE("/manage/v1/sites/{site}/schedules/{schedule}", {
      params: { path: { site: site.id, schedule }, header: { "If-Match": "*" } },
    });
    await standing.refresh();
    tell(say("schedule.cancelled"));
  }

  const items: Item[] = [
    ...others.map((way) => ({
      id: way.transition,
      label: inLanguage(way.name, language),
      icon: <Undo2 {...ICON} />,
      onAct: () => setOver({ act: "step", way }),
    })),
    ...(publishes
      ? [
          {
            id: "schedule",
            label: say("menu.schedule"),
            icon: <CalendarClock {...ICON} />,
            onAct: () => setOver({ act: "schedule", what: "publish" }),
          },
        ]
      : []),
    {
      id: "release",
      label: say("menu.release"),
      icon: <Package {...ICON} />,
      onAct: () => setOver({ act: "release" }),
    },
    ...(publishes
      ? standing.planned.map((plan) => ({
          id: plan.id,
          label: say("menu.cancelPlan"),
          icon: <X {...ICON} />,
          onAct: () => void cancel(plan.id),
        }))
      : []),
    ...(publishes && standing.seen !== "nothing"
      ? [
          {
            id: "put-back",
            label: say("menu.putBack"),
            icon: <Undo2 {...ICON} />,
            onAct: () => setOver({ act: "put-back" }),
          },
          {
            id: "unpublish-later",
            label: say("menu.unpublishLater"),
            icon: <CalendarClock {...ICON} />,
            onAct: () => setOver({ act: "schedule", what: "unpublish" }),
          },
          {
            id: "unpublish",
            label: say("menu.unpublish"),
            icon: <CloudOff {...ICON} />,
            isDanger: true,
            onAct: () => setOver({ act: "unpublish" }),
          },
        ]
      : []),
    ...(closed.length > 0
      ? [
          {
            id: "why",
            label: say("menu.why"),
            icon: <CircleHelp {...ICON} />,
            onAct: () => setOver({ act: "why" }),
          },
        ]
      : []),
  ];

  function done() {
    setOver(undefined);
    void standing.refresh();
  }

  return (
    <div className="publishing-bar">
      <Where site={site} entry={entry} locale={locale} standing={standing} />
      {next && (
        <Button
          look="primary"
          icon={<Send {...ICON} />}
          onPress={() => {
            if (!draft.isSaved) {
              announce(say("bar.saving"));
            }
            setOver(next.publishes ? { act: "publish" } : { act: "step", way: next });
          }}
        >
          {inLanguage(next.name, language)}
          {next.publishes && "…"}
        </Button>
      )}
      {!next && standing.seen !== "this" && closed.length > 0 && (
        <Button icon={<CircleHelp {...ICON} />} onPress={() => setOver({ act: "why" })}>
          {say("menu.why")}
        </Button>
      )}
      <ActMenu label={say("menu")} icon={<EllipsisVertical {...ICON} />} iconOnly look="quiet" items={items} />
      {over?.act === "publish" && <PublishDialog {...props} standing={standing} onClose={done} />}
      {over?.act === "unpublish" && <UnpublishDialog {...props} standing={standing} onClose={done} />}
      {over?.act === "put-back" && <PutBackDialog {...props} standing={standing} onClose={done} />}
      {over?.act === "schedule" && <ScheduleDialog {...props} what={over.what} onClose={done} />}
      {over?.act === "release" && <ReleaseDialog {...props} seen={standing.seen} onClose={done} />}
      {over?.act === "why" && <WhyNot ways={closed} focusField={props.focusField} onClose={() => setOver(undefined)} />}
      {over?.act === "step" && <TransitionDialog {...props} way={over.way} standing={standing} onClose={done} />}
    </div>
  );
}

export default memo(PublishBar, sameText);
