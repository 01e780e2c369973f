import { useQuery } from "@tanstack/react-query";
import { FileText } from "lucide-react";
import { useDeferredValue, useId, useState } from "react";
import { useNavigate } from "react-router";
import { api, read } from "../api/client";
import { Dialog } from "../kit/Dialog";
import { screensOf } from "./screens";
import type { Site } from "./site";
import { useSay } from "./words";

interface Hit {
  id: string;
  label: string;
  to: string;
  icon: React.ReactNode;
  note: string;
}

/** Ctrl-K: jumps to a screen or an entry by a few letters of its name. */
export function Palette({ site, onClose }: { site: Site | undefined; onClose: () => void }) {
  const say = useSay();
  const navigate = useNavigate();
  const list = useId();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const wanted = useDeferredValue(typed.trim());
  const entries = useQuery({
    queryKey: ["palette", site?.id, wanted],
    enabled: site !== undefined && wanted.length > 1,
    placeholderData: (before) => before,
    queryFn: () =>
      read(
        api.GET("/manage/v1/sites/{site}/entries", {
          params: { path: { site: site?.id ?? "" }, query: { title: wanted, pageSize: 8 } },
        }),
      ),
  });

  const screens: Hit[] = (site ? screensOf(site) : [])
    .filter((screen) => say(screen.key).toLowerCase().includes(typed.trim().toLowerCase()))
    .map(({ key, path, Icon }) => ({
      id: key,
      label: say(key),
      to: path,
      icon: <Icon size={18} strokeWidth={1.5} aria-hidden />,
      note: say("palette.screens"),
    }));
  const pages: Hit[] = (wanted.length > 1 ? (entries.data?.items ?? []) : []).map((line) => ({
    id: `${line.id} ${line.translation.locale}`,
    label: line.translation.title,
    to: `/sites/${site?.id}/entries/${line.id}/${line.translation.locale}`,
    icon: <FileText size={18} strokeWidth={1.5} aria-hidden />,
    note: line.translation.locale,
  }));
  const hits = [...pages, ...screens];
  const chosen = hits[Math.min(at, hits.length - 1)];

  function go(hit: Hit | undefined) {
    if (hit) {
      onClose();
      void navigate(hit.to);
    }
  }

  return (
    <Dialog title={say("palette.open")} onClose={onClose}>
      <input
        className="input"
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls={list}
        aria-activedescendant={chosen && `${list}-${hits.indexOf(chosen)}`}
        aria-label={say("palette.placeholder")}
        placeholder={say("palette.placeholder")}
        // biome-ignore lint/a11y/noAutofocus: it is what one opened it for
        autoFocus
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.key === "ArrowDown" || event.key === "ArrowUp") {
            event.preventDefault();
            setAt((now) => Math.max(0, Math.min(hits.length - 1, now + (event.key === "ArrowDown" ? 1 : -1))));
          } else if (event.key === "Enter") {
            go(chosen);
          }
        }}
      />
      <div className="palette-hits" role="listbox" id={list} aria-label={say("palette.open")}>
        {hits.map((hit, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's, as in every combobox
          <div
            className="menu-item"
            role="option"
            tabIndex={-1}
            id={`${list}-${index}`}
            key={hit.id}
            aria-selected={hit === chosen}
            data-focused={hit === chosen || undefined}
            onClick={() => go(hit)}
          >
            {hit.icon}
            <span className="palette-label">{hit.label}</span>
            <span className="soft small">{hit.note}</span>
          </div>
        ))}
      </div>
      {hits.length === 0 && !entries.isFetching && <p className="soft">{say("palette.nothing")}</p>}
    </Dialog>
  );
}
