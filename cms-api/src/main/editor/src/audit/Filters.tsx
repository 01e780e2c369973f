import type { Site } from "../app/site";
import { useSites } from "../app/site";
import { Button } from "../kit/Button";
import { Select, TextInput } from "../kit/Field";
import { usePeople } from "../people/door";
import { ROOMS } from "./actions";
import type { Filters as Chosen } from "./asked";
import { useSay } from "./words";

/** Who, what, where and when, as a sentence of choices. */
export function Filters({
  site,
  filters,
  onChange,
}: {
  site: Site;
  filters: Chosen;
  onChange: (filters: Record<string, string>) => void;
}) {
  const say = useSay();
  const people = usePeople(site);
  const sites = useSites();
  const set = (name: keyof Chosen, value: string) => {
    const next = { ...filters, [name]: value };
    onChange(Object.fromEntries(Object.entries(next).filter((pair) => pair[1])) as Record<string, string>);
  };
  const mine = (sites.data?.items ?? []).filter((one) => one.agency === site.agency);
  return (
    <form className="audit-filters" aria-label={say("filters")} onSubmit={(event) => event.preventDefault()}>
      <Select
        label={say("who")}
        value={filters.who ?? ""}
        onChange={(value) => set("who", value)}
        choices={[
          { value: "", label: say("who.all") },
          { value: "system", label: say("who.system") },
          ...(people.data ?? []).map((person) => ({ value: person.person, label: person.name })),
        ]}
      />
      <Select
        label={say("what")}
        value={filters.what ?? ""}
        onChange={(value) => set("what", value)}
        choices={[
          { value: "", label: say("what.all") },
          ...ROOMS.map((room) => ({ value: `${room}.`, label: say(`room.${room}`) })),
        ]}
      />
      <Select
        label={say("on")}
        value={filters.on ?? ""}
        onChange={(value) => set("on", value)}
        choices={[
          { value: "", label: say("on.all") },
          ...mine.map((one) => ({ value: `site/${one.id}`, label: one.name })),
        ]}
      />
      <TextInput label={say("from")} type="date" value={filters.from ?? ""} onChange={(value) => set("from", value)} />
      <TextInput
        label={say("until")}
        type="date"
        value={filters.until ?? ""}
        onChange={(value) => set("until", value)}
      />
      {Object.keys(filters).length > 0 && <Button onPress={() => onChange({})}>{say("clear")}</Button>}
    </form>
  );
}
