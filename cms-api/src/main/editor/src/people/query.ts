import { useQuery } from "@tanstack/react-query";
import { api, read, type Schemas } from "../api/client";
import { Problem } from "../api/problem";
import type { Site } from "../app/site";
import { may } from "../app/site";

/** Somebody with what they hold here; `mail` and `state` are known to who manages the agency. */
export interface Person {
  person: string;
  name: string;
  mail?: string;
  state?: Schemas["MemberView"]["state"];
  roles: Schemas["HeldRole"][];
  isKnown: boolean;
}

export const peopleOf = (site: Site) => ["people", site.agency, site.id] as const;

/** Who works on a site: all members of its agency for who manages that, else those with a role on the site alone. */
export function usePeople(site: Site) {
  return useQuery({ queryKey: peopleOf(site), queryFn: () => peopleOn(site) });
}

async function peopleOn(site: Site): Promise<Person[]> {
  if (may(site, "agency.manage")) {
    try {
      const members = await read(
        api.GET("/manage/v1/agencies/{agency}/members", { params: { path: { agency: site.agency } } }),
      );
      return members.items.map((member) => ({ ...member, isKnown: true }));
    } catch (problem) {
      // An administrator of this site alone does not manage its agency.
      if (!(problem instanceof Problem && problem.status === 403)) {
        throw problem;
      }
    }
  }
  const roles = await read(api.GET("/manage/v1/sites/{site}/roles", { params: { path: { site: site.id } } }));
  const people = new Map<string, Person>();
  for (const role of roles.items) {
    const known = people.get(role.person) ?? { person: role.person, name: role.name, roles: [], isKnown: false };
    known.roles.push({ id: role.id, role: role.role, site: site.id });
    people.set(role.person, known);
  }
  return [...people.values()];
}
