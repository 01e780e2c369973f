import { List, ListTree, Search, X } from "lucide-react";
import { type ReactNode, useEffect, useId, useState } from "react";
import type { Site } from "../app/site";
import { Button } from "../kit/Button";
import { inLanguage, useLanguage } from "../words/language";
import { ALL, type Filters, narrows } from "./filters";
import { useTypes } from "./types";
import { useSay } from "./words";

/** Which list, said as a sentence: "type is …, state is …, title contains …". */
export function FilterBar({
  site,
  filters,
  onFilter,
}: {
  site: Site;
  filters: Filters;
  onFilter: (filters: Filters) => void;
}) {
  const say = useSay();
  const language = useLanguage();
  const types = useTypes(site);
  const entryTypes = (types.data?.items ?? [])
    .filter((type) => type.kind !== "block")
    .map((type) => ({ value: type.key, label: inLanguage(type.name, language, type.key) }))
    .sort((one, other) => one.label.localeCompare(other.label, language));
  const isTree = filters.layout === "tree";

  return (
    <search className="content-filters" aria-label={say("filter.label")}>
      <SearchField
        value={filters.title ?? ""}
        onChange={(title) => onFilter({ ...filters, title: title || undefined, layout: "list" })}
      />
      <Sentence label={say("filter.type")} value={filters.type} onChange={(type) => onFilter({ ...filters, type })}>
        {entryTypes.map((type) => (
          <option key={type.value} value={type.value}>
            {type.label}
          </option>
        ))}
      </Sentence>
      {site.locales.length > 1 && (
        <Sentence
          label={say("filter.locale")}
          value={filters.locale}
          onChange={(locale) => onFilter({ ...filters, locale })}
        >
          {site.locales.map((locale) => (
            <option key={locale} value={locale}>
              {new Intl.DisplayNames([language], { type: "language" }).of(locale) ?? locale}
            </option>
          ))}
        </Sentence>
      )}
      {!isTree && filters.place === "site" && (
        <Sentence
          label={say("filter.state")}
          value={filters.state}
          onChange={(state) => onFilter({ ...filters, state: state as Filters["state"] })}
        >
          <option value="unpublished">{say("state.unpublished")}</option>
          <option value="published">{say("state.shown")}</option>
          <option value="changed">{say("state.changed")}</option>
        </Sentence>
      )}
      {!isTree && (
        <Sentence
          label={say("filter.writer")}
          value={filters.mine ? "mine" : undefined}
          anything={say("filter.anybody")}
          onChange={(mine) => onFilter({ ...filters, mine: mine ? true : undefined })}
        >
          <option value="mine">{say("filter.me")}</option>
        </Sentence>
      )}
      {narrows(filters) && (
        <Button
          look="quiet"
          icon={<X size={16} aria-hidden />}
          onPress={() => onFilter({ ...ALL, place: filters.place, sort: filters.sort, layout: filters.layout })}
        >
          {say("filter.clear")}
        </Button>
      )}
      {filters.place === "site" && (
        <Button
          look="quiet"
          icon={isTree ? <List size={18} aria-hidden /> : <ListTree size={18} aria-hidden />}
          onPress={() =>
            onFilter(
              isTree
                ? { ...filters, layout: "list" }
                : // A tree has a place for each entry: only what that place depends on narrows it.
                  { ...ALL, type: filters.type, locale: filters.locale, layout: "tree" },
            )
          }
        >
          {say(isTree ? "layout.list" : "layout.tree")}
        </Button>
      )}
    </search>
  );
}

function Sentence({
  label,
  value,
  anything,
  onChange,
  children,
}: {
  label: string;
  value: string | undefined;
  anything?: string;
  onChange: (value: string | undefined) => void;
  children: ReactNode;
}) {
  const say = useSay();
  const id = useId();
  return (
    <span className="content-sentence" data-said={value ? true : undefined}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        value={value ?? ""}
        onChange={(event) => onChange(event.target.value || undefined)}
      >
        <option value="">{anything ?? say("filter.any")}</option>
        {children}
      </select>
    </span>
  );
}

const PAUSE = 250;

/** What one types stands there at once; the list follows after a breath, so that a fast writer asks once. */
function SearchField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const say = useSay();
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only typing starts the wait
  useEffect(() => {
    if (typed.trim() === value.trim()) {
      return;
    }
    const timer = setTimeout(() => onChange(typed), PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <span className="content-search">
      <Search size={18} aria-hidden />
      <input
        type="search"
        className="input"
        aria-label={say("filter.title")}
        placeholder={say("filter.title")}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </span>
  );
}
