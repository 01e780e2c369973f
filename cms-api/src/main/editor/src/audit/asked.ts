/** What of the trail is asked for, as it stands in the address; days are those of this browser. */
export interface Filters {
  who?: string;
  what?: string;
  on?: string;
  from?: string;
  until?: string;
}

/** What the API is asked for. */
export interface Question {
  actor?: string;
  action?: string;
  subject?: string;
  from?: string;
  to?: string;
}

const NAMES = ["who", "what", "on", "from", "until"] as const;

export function filtersOf(query: URLSearchParams): Filters {
  return Object.fromEntries(NAMES.map((name) => [name, query.get(name) ?? ""]).filter(([, value]) => value !== ""));
}

export function questionOf({ who, what, on, from, until }: Filters): Question {
  return {
    actor: who,
    action: what,
    subject: on,
    from: from && new Date(`${from}T00:00:00`).toISOString(),
    to: until && dayAfter(until).toISOString(),
  };
}

function dayAfter(day: string): Date {
  const date = new Date(`${day}T00:00:00`);
  date.setDate(date.getDate() + 1);
  return date;
}
