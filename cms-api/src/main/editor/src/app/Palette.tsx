import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { FileText } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { useNavigate } from "react-router";
import { api, read } from "../api/client";
import { Dialog } from "../kit/Dialog";
import { Finder, type Hit } from "../kit/Finder";
import { screensOf } from "./screens";
import type { Site } from "./site";
import { useSay } from "./words";

interface Place extends Hit {
  to: string;
}

/** Ctrl-K: jumps to a screen or an entry by a few letters of its name. */
export function Palette({ site, onClose }: { site: Site | undefined; onClose: () => void }) {
  const say = useSay();
  const navigate = useNavigate();
  const [typed, setTyped] = useState("");
  const wanted = useDeferredValue(typed.trim());
  const entries = useQuery({
    queryKey: ["palette", site?.id, wanted],
    enabled: site !== undefined && wanted.length > 1,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      read(
        api.GET("/manage/v1/sites/{site}/entries", {
          params: { path: { site: site?.id ?? "" }, query: { title: wanted, pageSize: 12 } },
          signal,
        }),
      ),
  });

  const screens: Place[] = (site ? screensOf(site) : [])
    .filter((screen) => say(screen.key).toLowerCase().includes(typed.trim().toLowerCase()))
    .map(({ key, path, Icon }) => ({
      id: key,
      label: say(key),
      to: path,
      icon: <Icon size={18} strokeWidth={1.5} aria-hidden />,
      note: say("palette.screens"),
    }));
  const pages: Place[] = (wanted.length > 1 ? (entries.data?.items ?? []) : []).map((line) => ({
    id: `${line.id} ${line.translation.locale}`,
    label: line.translation.title,
    to: `/sites/${site?.id}/entries/${line.id}/${line.translation.locale}`,
    icon: <FileText size={18} strokeWidth={1.5} aria-hidden />,
    note: line.translation.path || line.translation.locale,
  }));

  return (
    <Dialog title={say("palette.open")} onClose={onClose}>
      <Finder
        label={say("palette.placeholder")}
        typed={typed}
        onType={setTyped}
        hits={[...screens.slice(0, wanted.length > 1 ? 3 : undefined), ...pages]}
        isBusy={entries.isFetching}
        nothing={say("palette.nothing")}
        onPick={(place) => {
          onClose();
          void navigate(place.to);
        }}
      />
    </Dialog>
  );
}
