import { Info, TriangleAlert } from "lucide-react";
import { Check, Choices, TextArea, TextInput } from "../kit/Field";
import { type AlertText, alertOf, htmlOf, NO_ALERT } from "./alertText";
import { usePartForm } from "./form";
import { localeName } from "./locales";
import { members, text } from "./parts";
import { SaveBar } from "./SaveBar";
import type { TabProps } from "./Settings";
import { TargetField } from "./TargetField";
import { useSay } from "./words";

const LEVELS = ["info", "warning", "danger"] as const;
type Level = (typeof LEVELS)[number];

interface Draft {
  isShown: boolean;
  level: Level;
  /** By locale; as it is stored where it says more than the form has fields for. */
  words: Record<string, AlertText | string>;
}

/** A message above every page. What is not shown is not kept: an alert is removed, or it is there. */
export function Alert({ site, parts }: TabProps) {
  const say = useSay();
  const form = usePartForm<Draft>(
    site,
    parts,
    "setting",
    "alert",
    (value) => {
      const said = members(value);
      return {
        isShown: value !== undefined && value !== null,
        level: LEVELS.find((level) => level === said.level) ?? "info",
        words: Object.fromEntries(
          site.locales.map((locale) => [locale, alertOf(text(said[locale])) ?? text(said[locale])]),
        ),
      };
    },
    (draft, value) => (draft.isShown ? { ...members(value), ...htmlByLocale(draft.words), level: draft.level } : null),
  );
  const { draft, set } = form;
  const isEmpty = Object.values(htmlByLocale(draft.words)).every((html) => html === undefined);
  return (
    <section className="form" aria-labelledby="sites-alert">
      <h2 id="sites-alert">{say("tab.alert")}</h2>
      <p className="soft">{say("alert.text")}</p>
      <Check checked={draft.isShown} onChange={(isShown) => set({ ...draft, isShown })}>
        {say("alert.shown")}
      </Check>
      {draft.isShown && (
        <>
          <Choices
            label={say("alert.level")}
            value={draft.level}
            onChange={(level) => set({ ...draft, level: level as Level })}
            choices={LEVELS.map((level) => ({ value: level, label: say(`alert.level.${level}`) }))}
          />
          {site.locales.map((locale) => (
            <fieldset className="sites-locale" key={locale}>
              <legend>{localeName(locale)}</legend>
              <Words
                site={site}
                locale={locale}
                words={draft.words[locale] ?? NO_ALERT}
                onChange={(words) => set({ ...draft, words: { ...draft.words, [locale]: words } })}
              />
              <Shown level={draft.level} words={draft.words[locale] ?? NO_ALERT} />
            </fieldset>
          ))}
        </>
      )}
      <SaveBar
        form={form}
        told={say(draft.isShown ? "alert.saved" : "alert.removed")}
        canSave={!draft.isShown || !isEmpty}
      />
    </section>
  );
}

function htmlByLocale(words: Draft["words"]): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(words).map(([locale, said]) => [
      locale,
      (typeof said === "string" ? said.trim() : htmlOf(said)) || undefined,
    ]),
  );
}

function Words({
  site,
  locale,
  words,
  onChange,
}: {
  site: TabProps["site"];
  locale: string;
  words: AlertText | string;
  onChange: (words: AlertText | string) => void;
}) {
  const say = useSay();
  if (typeof words === "string") {
    return <TextArea label={say("alert.html")} hint={say("alert.html.hint")} value={words} onChange={onChange} />;
  }
  return <Pieces site={site} locale={locale} alert={words} onChange={onChange} />;
}

function Pieces({
  site,
  locale,
  alert,
  onChange,
}: {
  site: TabProps["site"];
  locale: string;
  alert: AlertText;
  onChange: (alert: AlertText) => void;
}) {
  const say = useSay();
  return (
    <>
      <TextInput label={say("alert.head")} value={alert.head} onChange={(head) => onChange({ ...alert, head })} />
      <TextInput
        label={say("alert.words")}
        value={alert.text}
        onChange={(words) => onChange({ ...alert, text: words })}
      />
      <TargetField
        site={site}
        locale={locale}
        label={say("alert.aim")}
        aim={alert.aim}
        canBeNone
        onChange={(aim, title) =>
          onChange({ ...alert, aim, link: aim === undefined ? "" : alert.link || title || say("alert.more") })
        }
      />
      {alert.aim && (
        <TextInput label={say("alert.link")} value={alert.link} onChange={(link) => onChange({ ...alert, link })} />
      )}
    </>
  );
}

/** As it will look, in words: the colours are the theme's. */
function Shown({ level, words }: { level: Level; words: AlertText | string }) {
  const say = useSay();
  const alert = typeof words === "string" ? NO_ALERT : words;
  const Icon = level === "info" ? Info : TriangleAlert;
  if (htmlOf(alert) === "") {
    return null;
  }
  return (
    <figure className={`sites-alert ${level}`}>
      <figcaption className="hidden">{say("alert.looks")}</figcaption>
      <Icon size={20} strokeWidth={1.5} aria-hidden />
      <p>
        {alert.head && <strong>{alert.head} </strong>}
        {alert.text} {alert.link && <span className="sites-alert-link">{alert.link}</span>}
      </p>
    </figure>
  );
}
