import { useQuery } from "@tanstack/react-query";
import { useOutletContext } from "react-router";
import { api, read, type Schemas } from "../api/client";

export type Site = Schemas["SiteView"];
export type Permission = Site["may"][number];

/** The sites that one works on. */
export function useSites() {
  return useQuery({ queryKey: ["sites"], queryFn: () => read(api.GET("/manage/v1/sites")), staleTime: 60_000 });
}

/** The site of this screen. */
export function useSite(): Site {
  return useOutletContext<Site>();
}

/** Whether one may do something on a site; the server asks again when it is done. */
export function may(site: Site, permission: Permission): boolean {
  return site.may.includes(permission);
}

/** Where visitors find the site: its canonical host, else its first. Absent if it has none. */
export function hostOf(site: Site): string | undefined {
  return (site.hosts.find((host) => host.canonical) ?? site.hosts[0])?.host;
}

/** A live page of the site, as a link: on the port on which the editor is, where that is not the usual one. */
export function liveAddress(site: Site, path: string): string | undefined {
  const host = hostOf(site);
  return host && `${location.protocol}//${host}${location.port ? `:${location.port}` : ""}${path}`;
}
