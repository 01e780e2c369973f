// A program that reads a site, as somebody would write it: TypesIT has it checked against the types that are shipped.
import type {components, paths} from "./plein-v1";

type Site = components["schemas"]["Site"];
type Entries = paths["/delivery/v1/sites/{site}/entries"]["get"];
type Wanted = NonNullable<Entries["parameters"]["query"]>;
type List = Entries["responses"]["200"]["content"]["application/json"];
type Problem = Entries["responses"]["400"]["content"]["application/problem+json"];

const wanted: Wanted = {type: "news", locale: "nl", sort: "-publishedAt", pageSize: 5, count: true};

export async function titles(site: string): Promise<string[]> {
  const query = new URLSearchParams(Object.entries(wanted).map(([name, value]) => [name, String(value)]));
  const answer = await fetch(`/delivery/v1/sites/${site}/entries?${query}`);
  if (!answer.ok) {
    const problem: Problem = await answer.json();
    throw new Error(`${problem.status} ${problem.title}: ${problem.detail}`);
  }
  const list: List = await answer.json();
  return list.items.map((entry) => `${entry.title} (${entry.path})`);
}

export const localesOf = (site: Site): string[] => site.locales;
