import { useQuery } from "@tanstack/react-query";
import { api, read, type Schemas } from "../api/client";
import type { Site } from "../app/site";
import { inLanguage, useLanguage } from "../words/language";

export type TypeDefinition = Schemas["TypeDefinition"];

/** The content types and blocks of the agency of a site. They seldom change. */
export function useTypes(site: Site) {
  return useQuery({
    queryKey: ["types", site.agency],
    staleTime: 60_000,
    queryFn: () =>
      read(api.GET("/manage/v1/agencies/{agency}/content-types", { params: { path: { agency: site.agency } } })),
  });
}

/** How people call a content type: a function of its key, which it answers itself until the types are known. */
export function useTypeName(site: Site): (key: string) => string {
  const types = useTypes(site);
  const language = useLanguage();
  return (key) => {
    const type = types.data?.items.find((one) => one.key === key);
    return type ? inLanguage(type.name, language, key) : key;
  };
}
