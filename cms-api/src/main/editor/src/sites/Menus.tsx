import { useState } from "react";
import { useSearchParams } from "react-router";
import { announce } from "../kit/announce";
import { Notice } from "../kit/Bits";
import { Button } from "../kit/Button";
import { Select } from "../kit/Field";
import { usePartForm } from "./form";
import { localeName } from "./locales";
import { ItemDialog } from "./MenuItemDialog";
import { MenuLines } from "./MenuLines";
import { itemsOf, type Line, lineOf, linesOf, type MenuItem, without } from "./menuTree";
import { members } from "./parts";
import { SaveBar } from "./SaveBar";
import type { TabProps } from "./Settings";
import { useSay } from "./words";

/** Those that the themes of an installation show. */
const KNOWN = ["main", "footer", "legal"] as const;

export function Menus({ site, parts }: TabProps) {
  const say = useSay();
  const [query, setQuery] = useSearchParams();
  const first = site.locales[0] ?? "nl";
  const name = query.get("menu") ?? "main";
  const locale = query.get("locale") ?? first;
  const names = [
    ...new Set([...KNOWN, ...parts.items.filter((part) => part.kind === "menu").map((part) => part.key.split(".")[0])]),
  ].filter((one) => one !== undefined);
  const form = usePartForm<Line[]>(
    site,
    parts,
    "menu",
    `${name}.${locale}`,
    (value) => linesOf((members(value).items as MenuItem[] | undefined) ?? []),
    (lines, value) => ({ ...members(value), items: itemsOf(lines) }),
  );
  const [edited, setEdited] = useState<{ at?: number }>();
  const lines = form.draft;

  function keep(item: Line["item"]) {
    const at = edited?.at;
    form.set(
      at === undefined
        ? [...lines, lineOf(item)]
        : lines.map((line, index) => (index === at ? { ...line, item } : line)),
    );
    setEdited(undefined);
  }

  return (
    <section className="stack sites-column" aria-labelledby="sites-menus">
      <h2 id="sites-menus">{say("tab.menus")}</h2>
      <p className="soft">{say("menus.text")}</p>
      <div className="row">
        <Select
          label={say("menus.which")}
          value={name}
          onChange={(menu) => setQuery({ menu, locale })}
          choices={names.map((one) => ({ value: one, label: isKnown(one) ? say(`menus.${one}`) : one }))}
        />
        {site.locales.length > 1 && (
          <Select
            label={say("menus.locale")}
            value={locale}
            onChange={(other) => setQuery({ menu: name, locale: other })}
            choices={site.locales.map((one) => ({ value: one, label: localeName(one) }))}
          />
        )}
      </div>
      {lines.length === 0 && (
        <Notice>
          <p>{say("menus.empty")}</p>
        </Notice>
      )}
      {lines.length > 0 && (
        <MenuLines
          site={site}
          lines={lines}
          onChange={form.set}
          onEdit={(at) => setEdited({ at })}
          onRemove={(at) => {
            const before = lines;
            form.set(without(lines, at));
            announce(say("menus.removed", { label: before[at]?.item.label ?? "" }));
          }}
        />
      )}
      <div>
        <Button onPress={() => setEdited({})}>{say("menus.add")}</Button>
      </div>
      <SaveBar form={form} told={say("menus.saved")} />
      {edited && (
        <ItemDialog
          site={site}
          locale={locale}
          item={edited.at === undefined ? undefined : lines[edited.at]?.item}
          onKeep={keep}
          onClose={() => setEdited(undefined)}
        />
      )}
    </section>
  );
}

function isKnown(name: string): name is (typeof KNOWN)[number] {
  return KNOWN.some((one) => one === name);
}
