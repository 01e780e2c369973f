import { X } from "lucide-react";
import { type ComponentType, lazy, memo, type ReactNode, Suspense } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import { Shapes } from "../../kit/Bits";
import { Button } from "../../kit/Button";
import type { PanelProps } from "../door";
import { panels } from "../panels";
import { useSay } from "../words";
import { FindingCount } from "./findings";
import { usePanel } from "./usePanel";

const loaded: Record<string, ComponentType<PanelProps>> = Object.fromEntries(
  panels.map(({ key, load }) => [key, lazy(load)]),
);

/** The text, and the panels beside it: as a column where there is room, else over it. */
export function PanelColumn({ panel, children }: { panel: PanelProps; children: ReactNode }) {
  const { key } = usePanel();
  return (
    <div className={key ? `writing-desk with-panel with-${key}` : "writing-desk"}>
      {children}
      {key && <Side panel={panel} />}
    </div>
  );
}

/** Drawn again when the panels are told something else, not with each key that is pressed in the text. */
const Side = memo(function Side({ panel }: { panel: PanelProps }) {
  const say = useSay();
  const side = usePanel();
  const Shown = loaded[side.key ?? ""];
  if (!side.key || !Shown) {
    return null;
  }
  return (
    <aside
      className="writing-side"
      aria-label={say("panels")}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.defaultPrevented) {
          side.close();
        }
      }}
    >
      <Tabs className="writing-tabs" selectedKey={side.key} onSelectionChange={(key) => side.open(String(key))}>
        <div className="writing-tabs-head">
          <TabList className="tabs" aria-label={say("panels")}>
            {panels.map(({ key, Icon }) => (
              <Tab key={key} id={key} className="tab writing-tab">
                <span className="writing-tab-icon" title={say(`panel.${key}` as "panel.checks")}>
                  <Icon size={18} strokeWidth={1.5} aria-hidden />
                </span>
                <span className="writing-tab-name">{say(`panel.${key}` as "panel.checks")}</span>
                {key === "checks" && <FindingCount panel={panel} />}
              </Tab>
            ))}
          </TabList>
          <Button look="quiet" iconOnly icon={<X size={18} aria-hidden />} onPress={side.close}>
            {say("panel.close")}
          </Button>
        </div>
        <TabPanel id={side.key} key={side.key} className="writing-panel">
          <Suspense fallback={<Shapes />}>
            <Shown {...panel} />
          </Suspense>
        </TabPanel>
      </Tabs>
    </aside>
  );
});
