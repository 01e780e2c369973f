import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type APIRequestContext, test as base, expect, type Page } from "@playwright/test";

export { expect };

export const SITE = "voorbeeldstad";
const TOKEN = process.env.PLEIN_TOKEN ?? "";
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** People of the demonstration. */
export const PEOPLE = {
  editor: { name: "Yara Smit", mail: "yara@voorbeeldstad.example", password: "vijf-boeken-in-de-kast" },
  publisher: { name: "Noor de Wit", mail: "noor@voorbeeldstad.example", password: "drie-eenden-op-het-plein" },
  administrator: { name: "Bram Postma", mail: "bram@voorbeeldstad.example", password: "zes-sleutels-aan-de-ring" },
} as const;

export type Person = keyof typeof PEOPLE;

/** Each story fails if the page says that something went wrong, or the policy had to stop something. */
export const test = base.extend<{ page: Page; manage: Manage }>({
  page: async ({ page }, use) => {
    const complaints = complaintsOf(page);
    await use(page);
    expect(complaints).toEqual([]);
  },
  manage: async ({ request }, use) => use(new Manage(request)),
});

/** What the console says of errors; that the network or a session is gone is part of some stories. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) {
      complaints.push(message.text());
    }
  });
  return complaints;
}

export async function signIn(page: Page, who: Person, path = "/editor/"): Promise<void> {
  const person = PEOPLE[who];
  await page.goto(path);
  await page.getByLabel("E-mailadres").fill(person.mail);
  await page.getByLabel("Wachtwoord", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Inloggen" }).click();
  await expect(page.getByRole("navigation", { name: "Hoofdmenu" })).toBeAttached();
}

/** No violation of WCAG 2.2 A and AA, as far as axe can tell. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  await page.evaluate(AXE);
  const violations = await page.evaluate(async () => {
    // biome-ignore lint/suspicious/noExplicitAny: it was put into the page
    const result = await (window as any).axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    });
    return result.violations.flatMap(
      (violation: { id: string; nodes: Array<{ html: string; failureSummary: string }> }) =>
        violation.nodes.map((node) => `${violation.id}: ${node.html.slice(0, 200)} — ${node.failureSummary}`),
    );
  });
  expect(violations, where).toEqual([]);
}

/** The management API by token: what stories need before they begin. */
export class Manage {
  constructor(private readonly request: APIRequestContext) {}

  private readonly headers = { Authorization: `Bearer ${TOKEN}` };

  // biome-ignore lint/suspicious/noExplicitAny: JSON of many kinds
  async get(path: string): Promise<any> {
    const answer = await this.request.get(`/manage/v1${path}`, { headers: this.headers });
    expect(answer.ok(), `GET ${path}: ${await answer.text()}`).toBe(true);
    return answer.json();
  }

  // biome-ignore lint/suspicious/noExplicitAny: JSON of many kinds
  async send(method: "POST" | "PUT" | "DELETE", path: string, data?: unknown, ifMatch?: string): Promise<any> {
    const headers: Record<string, string> = { ...this.headers };
    if (ifMatch) {
      headers["If-Match"] = ifMatch;
    }
    const answer = await this.request.fetch(`/manage/v1${path}`, { method, headers, data });
    expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true);
    return answer.status() === 204 ? null : answer.json();
  }

  /** @returns the id of a new entry of the site, in Dutch, at an address that nothing else has */
  async entry(type: string, fields: Record<string, unknown>): Promise<string> {
    const made = await this.send("POST", `/sites/${SITE}/entries`, {
      type,
      audience: "everyone",
      locale: "nl",
      slug: randomUUID(),
      fields,
    });
    return made.entry ?? made.id;
  }
}
