import { useState } from "react";
import type { Schemas } from "../api/client";
import type { Site } from "../app/site";
import { Choices } from "../kit/Field";
import { members, type Parts, SaveBar, usePartForm } from "../sites/door";
import { ContrastReport } from "./ContrastReport";
import { useTokenName } from "./names";
import { Sample } from "./Sample";
import { Setting } from "./Setting";
import { TokenRow } from "./TokenRow";
import { type Declared, isSound, type Owns, ownsOf, treeOf } from "./tokens";
import { useSay } from "./words";

interface Draft {
  settings: Record<string, unknown>;
  tokens: Owns;
}

const FIRST = [
  "color.accent",
  "color.accent-strong",
  "color.accent-ink",
  "color.accent-soft",
  "color.warm",
  "color.warm-ink",
  "color.surface",
  "color.surface-raised",
  "color.ink",
  "color.ink-soft",
];

/** Settings and design tokens of the theme, with what they do shown beside them before they are saved. */
export function Looks({ site, parts, theme }: { site: Site; parts: Parts; theme: Schemas["WornTheme"] }) {
  const say = useSay();
  const tokenName = useTokenName();
  const [isDark, setDark] = useState(false);
  const declared = theme.tokens;
  const names = new Set(declared.map((token) => token.name));
  const form = usePartForm<Draft>(
    site,
    parts,
    "theme",
    "theme",
    (value) => {
      const said = members(value);
      return { settings: members(said.settings), tokens: known(ownsOf(said.tokens), names) };
    },
    (draft, value) => ({ ...members(value), settings: draft.settings, tokens: treeOf(draft.tokens, declared) }),
  );
  const { draft, set } = form;
  const wrong = declared.filter((token) => {
    const own = draft.tokens[token.name];
    return own && ![own.value, own.dark ?? own.value].every((said) => isSound(said, token, names));
  });
  const settings = Object.entries(members(theme.settings));
  const groups: Array<{ key: "first" | "colours" | "shapes"; tokens: Declared[] }> = [
    { key: "first", tokens: declared.filter((token) => FIRST.includes(token.name)) },
    { key: "colours", tokens: declared.filter((token) => token.type === "color" && !FIRST.includes(token.name)) },
    { key: "shapes", tokens: declared.filter((token) => token.type !== "color") },
  ];

  function row(token: Declared) {
    return (
      <TokenRow
        key={token.name}
        token={token}
        own={draft.tokens[token.name]}
        isWrong={wrong.includes(token)}
        onChange={(own) => {
          const { [token.name]: _before, ...others } = draft.tokens;
          set({ ...draft, tokens: own ? { ...others, [token.name]: own } : others });
        }}
      />
    );
  }

  return (
    <>
      {settings.length > 0 && (
        <section className="form" aria-labelledby="themes-settings">
          <h2 id="themes-settings">{say("settings")}</h2>
          {settings.map(([name, schema]) => (
            <Setting
              key={name}
              name={name}
              schema={members(schema)}
              value={draft.settings[name]}
              onChange={(value) => {
                const { [name]: _before, ...others } = draft.settings;
                set({ ...draft, settings: value === undefined ? others : { ...others, [name]: value } });
              }}
            />
          ))}
        </section>
      )}
      <section className="stack" aria-labelledby="themes-tokens">
        <h2 id="themes-tokens">{say("tokens")}</h2>
        <p className="soft themes-text">{say("tokens.text")}</p>
        <div className="themes-looks">
          <div className="stack">
            {groups.map(
              ({ key, tokens }) =>
                tokens.length > 0 && (
                  <details key={key} open={key === "first"} className="themes-group">
                    <summary>{say(`group.${key}`, { count: tokens.length })}</summary>
                    {key !== "shapes" && (
                      <p className="themes-token themes-columns" aria-hidden="true">
                        <span />
                        <span>{say("column.day")}</span>
                        <span>{say("column.night")}</span>
                      </p>
                    )}
                    {tokens.map(row)}
                  </details>
                ),
            )}
          </div>
          <div className="themes-beside">
            <Choices
              label={say("when")}
              value={isDark ? "dark" : "light"}
              onChange={(when) => setDark(when === "dark")}
              choices={[
                { value: "light", label: say("when.light") },
                { value: "dark", label: say("when.dark") },
              ]}
            />
            <Sample declared={declared} owns={draft.tokens} isDark={isDark} name={site.name} />
            <ContrastReport pairs={theme.contrast} declared={declared} owns={draft.tokens} named={tokenName} />
          </div>
        </div>
      </section>
      <SaveBar form={form} told={say("saved")} canSave={wrong.length === 0} />
    </>
  );
}

/** Of values for another theme nothing is kept: a theme refuses tokens that it does not have. */
function known(owns: Owns, names: ReadonlySet<string>): Owns {
  return Object.fromEntries(Object.entries(owns).filter(([name]) => names.has(name)));
}
