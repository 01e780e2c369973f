import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { FileText } from "lucide-react";
import { useDeferredValue, useState } from "react";
import type { Site } from "../app/site";
import { Refusal } from "../kit/Bits";
import { Dialog } from "../kit/Dialog";
import { Finder } from "../kit/Finder";
import { findEntries } from "./findEntries";
import { useTypeName } from "./types";
import { useSay } from "./words";

export interface PickEntryProps {
  site: Site;
  /** Keys of the types that may be picked; all without it. */
  types?: readonly string[];
  /** Of the text that is to refer to it: what has that locale is shown in it. */
  locale: string;
  title?: string;
  onPick: (line: { id: string; title: string }) => void;
  onClose: () => void;
}

/** Picks an entry by words of its title; before one types, those that were changed last are offered. */
export function PickEntry({ site, types, locale, title, onPick, onClose }: PickEntryProps) {
  const say = useSay();
  const typeName = useTypeName(site);
  const [typed, setTyped] = useState("");
  const wanted = useDeferredValue(typed.trim());
  const found = useQuery({
    queryKey: ["pick", site.id, types, locale, wanted],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => findEntries(site, { title: wanted, types, locale }, signal),
  });
  return (
    <Dialog title={title ?? say("pick.title")} onClose={onClose}>
      {found.isError && <Refusal problem={found.error} onRetry={() => found.refetch()} />}
      <Finder
        label={say("pick.label")}
        typed={typed}
        onType={setTyped}
        isBusy={found.isFetching}
        nothing={say("pick.nothing")}
        hits={(found.data ?? []).map((line) => ({
          id: line.id,
          label: line.translation.title,
          icon: <FileText size={18} strokeWidth={1.5} aria-hidden />,
          note: [typeName(line.type), line.translation.locale !== locale && line.translation.locale]
            .filter(Boolean)
            .join(" · "),
        }))}
        onPick={(hit) => {
          onClose();
          onPick({ id: hit.id, title: hit.label });
        }}
      />
    </Dialog>
  );
}
