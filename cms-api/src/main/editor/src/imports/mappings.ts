import { useQuery } from "@tanstack/react-query";
import { api, read, readTagged, type Schemas } from "../api/client";
import { Problem } from "../api/problem";
import type { Site } from "../app/site";

export type Mapping = Schemas["ImportMapping"];
export type MappedKind = Schemas["MappedKind"];
export type MappedKey = Schemas["MappedKey"];

export function mappingsOf(site: Site): readonly unknown[] {
  return ["import-mappings", site.id];
}

/** The mappings that a site keeps, by name. */
export function useMappings(site: Site) {
  return useQuery({
    queryKey: mappingsOf(site),
    queryFn: () => read(api.GET("/manage/v1/sites/{site}/import-mappings", { params: { path: { site: site.id } } })),
  });
}

/** What the API keeps of a mapping: not what a dry run told of the files. */
export function keptOf(mapping: Mapping): Mapping {
  const kinds = Object.entries(mapping.kinds).map(([name, { type, pathPattern, body, fields }]) => {
    const keys = Object.entries(fields ?? {}).map(([key, { field, kind }]) => [
      key,
      field ? { field, kind } : { field: null },
    ]);
    return [name, { type, pathPattern: pathPattern || null, body, fields: Object.fromEntries(keys) }];
  });
  return { kinds: Object.fromEntries(kinds) };
}

/** Keeps a mapping under a name; one that has the name already is replaced. */
export async function saveMapping(site: Site, name: string, mapping: Mapping): Promise<void> {
  const path = { site: site.id, mapping: name };
  const tag = await tagOf(path);
  await api.PUT("/manage/v1/sites/{site}/import-mappings/{mapping}", {
    // Of a new one there is nothing that was seen.
    params: { path, header: { "If-Match": tag as string } },
    body: keptOf(mapping),
  });
}

async function tagOf(path: { site: string; mapping: string }): Promise<string | undefined> {
  try {
    return (await readTagged(api.GET("/manage/v1/sites/{site}/import-mappings/{mapping}", { params: { path } }))).tag;
  } catch (problem) {
    if (problem instanceof Problem && problem.status === 404) {
      return undefined;
    }
    throw problem;
  }
}

/** A name as mappings have it: small letters, digits and hyphens. */
export function nameFrom(typed: string): string {
  return typed
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+/, "")
    .slice(0, 63);
}
