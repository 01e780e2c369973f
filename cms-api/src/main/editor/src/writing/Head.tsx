import { ArrowLeft, PanelRight } from "lucide-react";
import { lazy, memo, Suspense, useEffect } from "react";
import { Link, useNavigate } from "react-router";
import type { Schemas } from "../api/client";
import type { TypeDefinition } from "../content/door";
import { announce } from "../kit/announce";
import { Button } from "../kit/Button";
import { Presence } from "../presence/door";
import { short } from "../words/dates";
import { currentLanguage, inLanguage, useLanguage } from "../words/language";
import { useDesk } from "./desk";
import type { PanelProps } from "./door";
import type { Snapshot } from "./draft/Draft";
import { usePanel } from "./panels/usePanel";
import { useSay } from "./words";

const PublishBar = lazy(async () => ({ default: (await import("../publishing/door")).PublishBar }));

/** Where one is, whether it is saved, and what can be done with it. Stays in sight. */
export function Head({
  about,
  locale,
  type,
  now,
  panel,
}: {
  about: Schemas["EntryView"];
  locale: string;
  type: TypeDefinition;
  now: Snapshot;
  panel: PanelProps;
}) {
  const say = useSay();
  const language = useLanguage();
  const navigate = useNavigate();
  const { site, draft } = useDesk();
  const side = usePanel();
  const names = new Intl.DisplayNames([language], { type: "language" });

  useEffect(() => {
    function pressed(event: KeyboardEvent) {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
        event.preventDefault();
        void draft.flush(true).then(() => announce(stateText(draft.snapshot(), say)));
      }
    }
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [draft, say]);

  return (
    <header className="writing-head">
      <Link className="writing-back" to={`/sites/${site.id}/content`}>
        <ArrowLeft size={18} strokeWidth={1.5} aria-hidden />
        {say("back")}
      </Link>
      <h1 tabIndex={-1}>{inLanguage(type.name, language, type.key)}</h1>
      {about.translations.length > 1 ? (
        <select
          className="input writing-locale"
          aria-label={say("locale")}
          value={locale}
          onChange={(event) => void navigate(`/sites/${site.id}/entries/${about.id}/${event.target.value}`)}
        >
          {about.translations.map((one) => (
            <option key={one.locale} value={one.locale}>
              {names.of(one.locale)}
            </option>
          ))}
        </select>
      ) : (
        site.locales.length > 1 && <span className="soft">{names.of(locale)}</span>
      )}
      <p className={`writing-state ${now.state.is}`} role="status">
        {stateText(now, say)}
      </p>
      <span className="writing-fill" />
      <Presence site={site.id} entry={about.id} />
      <Publishing panel={panel} />
      {!side.key && (
        <span className="writing-reopen">
          <Button
            look="quiet"
            iconOnly
            icon={<PanelRight size={20} strokeWidth={1.5} aria-hidden />}
            onPress={side.reopen}
          >
            {say("panel.open")}
          </Button>
        </span>
      )}
    </header>
  );
}

/** Drawn again when it is told something else, not with each key that is pressed in the text. */
const Publishing = memo(function Publishing({ panel }: { panel: PanelProps }) {
  return (
    <Suspense fallback={null}>
      <PublishBar {...panel} />
    </Suspense>
  );
});

function stateText({ state, savedAt }: Snapshot, say: ReturnType<typeof useSay>): string {
  if (state.is !== "saved") {
    return say(`state.${state.is}`);
  }
  const saved = new Date(savedAt);
  const isToday = saved.toDateString() === new Date().toDateString();
  const clock = new Intl.DateTimeFormat(currentLanguage() === "nl" ? "nl-NL" : "en-GB", {
    hour: "2-digit",
    minute: "2-digit",
  });
  return isToday
    ? say("state.saved", { when: clock.format(saved) })
    : say("state.savedBefore", { when: short(savedAt) });
}
