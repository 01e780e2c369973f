/** How an archive is read. Kept in the address, so that a dry run and the import after it are told the same. */
export interface Options {
  /** Of the texts; that of the site unless named. */
  locale?: string;
  audience?: string;
  /** Of the site they come from, separated by commas. */
  hosts?: string;
  /** Base address of that site. */
  source?: string;
  /** Everything stays a draft. */
  drafts: boolean;
  /** What has expired is published, too. */
  ignoreExpiry: boolean;
  /** The name of a mapping that the site keeps. */
  mapping?: string;
}

const TEXTS = ["locale", "audience", "hosts", "source", "mapping"] as const;

/** As the API takes them. */
export function queryOf(options: Options, dryRun: boolean): URLSearchParams {
  const query = new URLSearchParams();
  for (const key of TEXTS) {
    const value = options[key]?.trim();
    if (value) {
      query.set(key, value);
    }
  }
  if (options.drafts) {
    query.set("publish", "false");
  }
  if (options.ignoreExpiry) {
    query.set("ignoreExpiry", "true");
  }
  if (dryRun) {
    query.set("dryRun", "true");
  }
  return query;
}

/** Those that `queryOf` wrote. */
export function optionsIn(query: URLSearchParams): Options {
  const text = (key: string) => query.get(key) ?? undefined;
  return {
    locale: text("locale"),
    audience: text("audience"),
    hosts: text("hosts"),
    source: text("source"),
    mapping: text("mapping"),
    drafts: query.get("publish") === "false",
    ignoreExpiry: query.get("ignoreExpiry") === "true",
  };
}
