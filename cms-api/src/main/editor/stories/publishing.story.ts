import { expect, expectAccessible, SITE, signIn, test } from "./support";

const BODY = "<p>De markt staat vanaf mei op de Havenkade.</p>";

test("a publication says first what it will do, then when visitors have it, and is taken back", async ({
  page,
  manage,
}) => {
  const title = `Markt ${Date.now()}`;
  const entry = await manage.entry("news", { title, date: "2026-11-20", body: BODY });
  await signIn(page, "publisher");
  await page.goto(`/editor/sites/${SITE}/entries/${entry}/nl`);

  await page.getByRole("button", { name: "Publiceren…" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText(/^Nieuwe pagina: \/nieuws\//)).toBeVisible();
  await expect(dialog.getByText("Te zien voor: Iedereen")).toBeVisible();
  await expectAccessible(page, "what a publication will do");
  await dialog.getByRole("button", { name: "Publiceren" }).click();
  await expect(dialog.getByText(/Bezoekers zien het nu/)).toBeVisible({ timeout: 30_000 });
  await expect(dialog.getByRole("link", { name: new RegExp(title) })).toBeVisible();
  await expectAccessible(page, "a receipt");
  await dialog.getByRole("button", { name: "Sluiten" }).click();
  await expect(page.getByText(/^Live/).first()).toBeVisible();

  await page.getByRole("button", { name: "Meer acties" }).click();
  await page.getByRole("menuitem", { name: "Offline halen…", exact: true }).click();
  await expect(
    page
      .getByRole("dialog")
      .getByText(/verdwijnt$/)
      .first(),
  ).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: "Offline halen" }).click();
  await expect(page.getByRole("dialog").getByText(/Verdwenen:/)).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: "Sluiten" }).click();
  await expect(page.getByText("Concept", { exact: true }).first()).toBeVisible();
});

test("many entries are thrown away at once, and come back", async ({ page, manage }) => {
  const word = `Opruimen${Date.now()}`;
  for (const number of [1, 2, 3]) {
    await manage.entry("news", { title: `${word} ${number}`, date: "2026-11-20", body: BODY });
  }
  await signIn(page, "editor");
  await page.goto(`/editor/sites/${SITE}/content`);
  await page.getByRole("searchbox", { name: "Zoek op titel" }).fill(word);
  const rows = page.getByRole("row", { name: new RegExp(word) });
  await expect(rows).toHaveCount(3);
  // The head and these three: nothing that the list showed before can be chosen.
  await expect(page.getByRole("row")).toHaveCount(4);
  await expect(page).toHaveURL(new RegExp(`title=${word}`));

  await page.getByRole("checkbox", { name: "Kies alle getoonde rijen" }).check();
  await page.getByRole("button", { name: "Meer", exact: true }).click();
  await page.getByRole("menuitem", { name: "Naar de prullenbak…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Naar de prullenbak" }).click();
  await expect(dialog.getByText(/3 gewijzigd/)).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page, "what became of a bulk change");
  await dialog.getByRole("button", { name: "Ongedaan maken" }).click();
  await expect(dialog.getByText(/3 hersteld/)).toBeVisible({ timeout: 30_000 });
  await dialog.getByRole("button", { name: "Sluiten" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await expect(rows).toHaveCount(3);
});

test("the history shows both sides of a change, and puts an older text back", async ({ page, manage }) => {
  const entry = await manage.entry("news", { title: "Kermis", summary: "In mei.", date: "2026-11-20", body: BODY });
  const draft = `/sites/${SITE}/entries/${entry}/translations/nl/draft`;
  const first = await manage.get(draft);
  await manage.send("PUT", draft, { basedOn: first.revision, fields: { ...first.fields, summary: "In juni." } });
  await signIn(page, "editor");
  await page.goto(`/editor/sites/${SITE}/entries/${entry}/nl?panel=history`);
  await page.locator(".history-line").first().click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.locator('[data-side="before"] del')).toHaveText("mei");
  await expect(dialog.locator('[data-side="after"] ins')).toHaveText("juni");
  await expectAccessible(page, "a comparison");
  await dialog.getByRole("button", { name: "Sluiten" }).click();

  await page.locator(".history-line").nth(1).click();
  await page.getByRole("dialog").getByRole("button", { name: "Zet deze versie terug" }).click();
  await expect(page.getByLabel("Samenvatting")).toHaveValue("In mei.");
});
