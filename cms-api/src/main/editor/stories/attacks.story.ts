import { existsSync, readFileSync } from "node:fs";
import { test as base } from "@playwright/test";
import { expect, Manage, PEOPLE, SITE } from "./support";

/** Vectors of attackers that others collected; the folder is beside the project where it is tried on them. */
const CORPUS = process.env.PLEIN_CORPUS ?? "";
const FOLDER = `${CORPUS}/html-attacks`;

function vectors(): string[] {
  const json = (name: string) => JSON.parse(readFileSync(`${FOLDER}/${name}`, "utf8"));
  const places = Object.entries(json("html5sec-payload-placeholders.json") as Record<string, string>);
  const items = (json("html5sec-items.json") as Array<{ data: string }>).map(({ data }) =>
    places.reduce((text, [key, value]) => text.replaceAll(`%${key}%`, value), data),
  );
  return [...items, ...(json("dompurify-expect.json") as Array<{ payload: string }>).map(({ payload }) => payload)];
}

/** With the policy off: nothing may depend on it. */
const test = base.extend<{ manage: Manage }>({
  manage: async ({ request }, use) => use(new Manage(request)),
});
test.use({ bypassCSP: true });

test("no vector runs a script in the editor, wherever it is put in", async ({ page, manage }) => {
  test.skip(!CORPUS || !existsSync(FOLDER), "the vectors are not here");
  test.setTimeout(600_000);
  const ran: string[] = [];
  page.on("dialog", (dialog) => {
    ran.push(`${page.url()}: ${dialog.message()}`);
    void dialog.dismiss();
  });
  const attacks = vectors();
  const ids: string[] = [];
  for (const attack of attacks) {
    const title = attack.replace(/\s+/g, " ").slice(0, 110);
    ids.push(await manage.entry("news", { title: title || "leeg", body: attack.slice(0, 20_000) }));
  }
  await manage.send("POST", `/agencies/${SITE}/members`, { name: '<img src=x onerror=alert("name")>', role: "reader" });

  await page.goto("/editor/");
  await page.getByLabel("E-mailadres").fill(PEOPLE.administrator.mail);
  await page.getByLabel("Wachtwoord", { exact: true }).fill(PEOPLE.administrator.password);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("navigation", { name: "Hoofdmenu" })).toBeAttached();

  for (const screen of ["content", "people", "media", "jobs", "audit"]) {
    await page.goto(`/editor/sites/${SITE}/${screen}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.waitForTimeout(500);
  }
  for (const id of ids.filter((_, index) => index % 12 === 0)) {
    await page.goto(`/editor/sites/${SITE}/entries/${id}/nl`);
    await expect(page.getByRole("heading", { level: 1 })).toBeAttached();
    await expect(page.locator(".ProseMirror").first()).toBeVisible();
  }

  const text = page.locator(".ProseMirror").first();
  for (const attack of attacks) {
    await text.evaluate((element, html) => {
      const data = new DataTransfer();
      data.setData("text/html", html);
      data.setData("text/plain", html);
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    }, attack);
  }
  await text.press("Control+a");
  await page.keyboard.insertText(attacks.join(" "));
  const fields = page.locator("main input[type=text], main textarea");
  for (let index = 0; index < (await fields.count()); index++) {
    await fields.nth(index).fill(attacks.join(" ").slice(0, 5_000));
  }
  await page.waitForTimeout(3_000);
  expect(ran).toEqual([]);
});
