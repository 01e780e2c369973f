import { useEffect, useState } from "react";
import type { Schemas } from "../api/client";
import { currentSession } from "../api/session";

export type Present = Schemas["Present"];

/** Who else has an entry open, as long as this is shown; one is present oneself by it. */
export function usePresent(site: string, entry: string): Present[] {
  const [present, setPresent] = useState<Present[]>([]);
  useEffect(() => {
    // The browser comes again by itself when the line ends.
    const line = new EventSource(`/manage/v1/sites/${site}/entries/${entry}/presence`);
    line.addEventListener("present", (event) => {
      setPresent(othersIn(JSON.parse((event as MessageEvent<string>).data)));
    });
    return () => line.close();
  }, [site, entry]);
  return present;
}

function othersIn(listing: { items: Present[] }): Present[] {
  const session = currentSession();
  const me = session.state === "in" || session.state === "over" ? session.me.person : undefined;
  return listing.items.filter((one) => one.person !== me);
}

/** "NW" for Noor de Wit: of the first and the last name. */
export function initials(name: string): string {
  const parts = name.trim().split(/\s+/);
  const letters = [parts[0], parts.length > 1 ? parts.at(-1) : ""].map((part) => [...(part ?? "")][0] ?? "");
  return letters.join("").toUpperCase();
}
