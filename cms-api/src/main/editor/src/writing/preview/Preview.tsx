import "./preview.css";
import { useQuery } from "@tanstack/react-query";
import { ExternalLink, Monitor, RotateCw, Share2, Smartphone, Tablet } from "lucide-react";
import { useState } from "react";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import { api, read } from "../../api/client";
import type { Site } from "../../app/site";
import { Notice, Refusal, Shapes } from "../../kit/Bits";
import { Button } from "../../kit/Button";
import { Select, TextInput } from "../../kit/Field";
import type { PanelProps } from "../door";
import { useEntry } from "../fields/entries";
import { useSay } from "../words";
import { Frame } from "./Frame";
import { audiencesOf, frameOf, type Shown } from "./previews";
import { ShareDialog } from "./ShareDialog";

const WIDTHS = { phone: 390, tablet: 820, desktop: 1280 } as const;
const ICONS = { phone: Smartphone, tablet: Tablet, desktop: Monitor } as const;
type Width = keyof typeof WIDTHS;

/** The page beside its text, in the site's own theme: read again after each save. */
export default function Preview({ site, entry, locale, draft }: PanelProps) {
  const say = useSay();
  const about = useEntry(site, entry);
  const [width, setWidth] = useState<Width>("phone");
  const [shown, setShown] = useState<Shown>({ audience: "" });
  const [reloads, setReloads] = useState(0);
  const [isSharing, setSharing] = useState(false);
  const audiences = useQuery({ queryKey: ["audiences", site.id], queryFn: () => audiencesOf(site), staleTime: 60_000 });
  const audience = shown.audience || audiences.data?.[0] || "everyone";
  const frame = useQuery({
    queryKey: ["preview", site.id, { ...shown, audience }],
    queryFn: () => frameOf(site, { ...shown, audience }, say("preview.name")),
    enabled: audiences.isSuccess,
    staleTime: 30 * 60_000,
  });
  const path = about.data?.translations.find((one) => one.locale === locale)?.path;
  if (about.isSuccess && !path) {
    return (
      <div className="stack">
        <h2>{say("panel.preview")}</h2>
        <Notice>{say("preview.noPage")}</Notice>
      </div>
    );
  }
  const src = frame.data && path ? `${frame.data}${path.slice(1)}` : undefined;
  return (
    <div className="preview-panel">
      <h2 className="hidden">{say("panel.preview")}</h2>
      <div className="preview-tools">
        <ToggleButtonGroup
          aria-label={say("preview.width")}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[width]}
          onSelectionChange={(keys) => setWidth([...keys][0] as Width)}
        >
          {(Object.keys(WIDTHS) as Width[]).map((key) => {
            const Icon = ICONS[key];
            return (
              <ToggleButton key={key} id={key} className="preview-width" aria-label={say(`preview.${key}`)}>
                <Icon size={18} strokeWidth={1.5} aria-hidden />
              </ToggleButton>
            );
          })}
        </ToggleButtonGroup>
        <Button
          look="quiet"
          iconOnly
          icon={<RotateCw size={18} strokeWidth={1.5} aria-hidden />}
          onPress={() => setReloads(reloads + 1)}
        >
          {say("preview.reload")}
        </Button>
        <span className="preview-fill" />
        {src && (
          <a className="button quiet icon" href={src} target="_blank" rel="noreferrer">
            <ExternalLink size={18} strokeWidth={1.5} aria-hidden />
            <span className="hidden">{say("preview.newTab")}</span>
          </a>
        )}
        <Button icon={<Share2 size={18} strokeWidth={1.5} aria-hidden />} onPress={() => setSharing(true)}>
          {say("preview.share")}
        </Button>
      </div>
      <div className="preview-tools">
        <Select
          label={say("preview.as")}
          value={audience}
          onChange={(next) => setShown({ ...shown, audience: next })}
          choices={(audiences.data ?? [audience]).map((one) => ({ value: one, label: audienceName(one, say) }))}
        />
        <ShowsChoice site={site} shown={shown} onShow={setShown} />
      </div>
      {[audiences, frame].map((query) =>
        query.isError ? (
          <Refusal key={query.error.message} problem={query.error} onRetry={() => query.refetch()} />
        ) : null,
      )}
      {!src && !frame.isError && <Shapes />}
      {src && (
        // The address is the same page to the server; what differs has the browser ask again.
        <Frame src={`${src}?saved=${draft.revision}.${reloads}`} width={WIDTHS[width]} />
      )}
      {isSharing && (
        <ShareDialog site={site} shown={{ ...shown, audience }} path={path ?? "/"} onClose={() => setSharing(false)} />
      )}
    </div>
  );
}

/** Drafts of now, a date, or a release. */
function ShowsChoice({ site, shown, onShow }: { site: Site; shown: Shown; onShow: (shown: Shown) => void }) {
  const say = useSay();
  const [way, setWay] = useState("now");
  const releases = useQuery({
    queryKey: ["releases", site.id, "preview"],
    queryFn: () => read(api.GET("/manage/v1/sites/{site}/releases", { params: { path: { site: site.id } } })),
  });
  const open = (releases.data?.items ?? []).filter((release) => release.state === "planned");
  return (
    <>
      <Select
        label={say("preview.shows")}
        value={way}
        onChange={(next) => {
          setWay(next);
          const release = open.find((one) => one.id === next)?.id;
          onShow({ audience: shown.audience, ...(release ? { release } : {}) });
        }}
        choices={[
          { value: "now", label: say("preview.now") },
          { value: "at", label: say("preview.at") },
          ...open.map((release) => ({ value: release.id, label: `${say("preview.release")}: ${release.name}` })),
        ]}
      />
      {way === "at" && (
        <TextInput
          label={say("preview.at")}
          type="datetime-local"
          value={shown.at ?? ""}
          onChange={(at) => onShow({ audience: shown.audience, ...(at ? { at } : {}) })}
        />
      )}
    </>
  );
}

export function audienceName(audience: string, say: ReturnType<typeof useSay>): string {
  const known = (["everyone", "government", "agency"] as const).find((one) => one === audience);
  return known
    ? say(`preview.audience.${known}`)
    : say("preview.audience.group", { name: audience.replace(/^group:/, "") });
}
