import { useQuery } from "@tanstack/react-query";
import { api, readTagged, type Schemas } from "../api/client";
import type { Site } from "../app/site";

export type Part = Schemas["PartView"];
export type Kind = Part["kind"];
export type Change = Schemas["NewPart"];

/** The parts of a site as they were read, with the tag that a change of them has to name. */
export interface Parts {
  items: Part[];
  tag: string;
}

export const partsOf = (site: Site) => ["parts", site.id] as const;

/** Redirects may be many, and are asked for by who shows or changes them. */
export type Reach = "redirects" | "others";

export async function readParts(site: Site, reach: Reach = "others"): Promise<Parts> {
  const { data, tag } = await readTagged(
    api.GET("/manage/v1/sites/{site}/parts", {
      params: { path: { site: site.id }, query: reach === "redirects" ? { kind: "redirect" } : {} },
    }),
  );
  return { items: data.items, tag };
}

export function useParts(site: Site, reach: Reach) {
  return useQuery({ queryKey: [...partsOf(site), reach], queryFn: () => readParts(site, reach) });
}

export function partValue(parts: Parts, kind: Kind, key: string): unknown {
  return parts.items.find((part) => part.kind === kind && part.key === key)?.value;
}

/** A value as an object; empty where it is none. */
export function members(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

export function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** What of the parts that somebody wants to change is something else than they saw. */
export function moved(seen: Parts, now: Parts, changes: Change[]): Change[] {
  return changes.filter(
    ({ kind, key }) =>
      JSON.stringify(partValue(seen, kind as Kind, key)) !== JSON.stringify(partValue(now, kind as Kind, key)),
  );
}
