import { expect, expectAccessible, SITE, signIn, test } from "./support";
import { zipOf } from "./zip";

test("an archive is tried, its mapping changed, tried again and imported, and the report names every file", async ({
  page,
}) => {
  test.setTimeout(180_000);
  const mark = `proef${Date.now()}`;
  const archive = zipOf({
    [`${mark}/een.md`]: `---\ntitle: Een van ${mark}\ndeck: Een ondertitel\n---\nDe eerste tekst.\n`,
    [`${mark}/twee.md`]: `---\ntitle: Twee van ${mark}\n---\n[Verder](/nergens/)\n`,
    [`${mark}/stuk.md`]: "---\ntitle: [open\n---\nStuk.\n",
  });
  await signIn(page, "administrator", `/editor/sites/${SITE}/imports`);
  await page.getByRole("button", { name: "Doe een proef" }).click();
  await expect(page.getByRole("alert").getByText("Kies eerst een archief.")).toBeVisible();
  await expectAccessible(page, "the import without an archive");
  const chosen = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Kies een archief" }).press("Enter");
  await (await chosen).setFiles({ name: "oude-site.zip", mimeType: "application/zip", buffer: archive });
  await page.getByLabel("Laat alles een concept").check();
  await page.getByRole("button", { name: "Doe een proef" }).press("Enter");
  await expect(page.getByRole("heading", { name: "Proef: dit zou er gebeuren" })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole("row", { name: /stuk\.md/ }).getByText("Niet gelukt")).toBeVisible();

  await page.locator("summary").filter({ hasText: mark }).press("Enter");
  await page.getByLabel("Neem deck over").check();
  await page.getByLabel("Veld voor deck", { exact: true }).fill("ondertitel");
  await expectAccessible(page, "the mapping");
  await page.getByLabel("Bewaar de indeling als").fill(mark);
  await page.getByRole("button", { name: "Bewaar en doe weer een proef" }).press("Enter");
  await expect(page).toHaveURL(new RegExp(`mapping=${mark}`));
  await expect(page.getByRole("button", { name: "Importeer nu" })).toBeVisible({ timeout: 60_000 });

  await page.getByRole("button", { name: "Importeer nu" }).press("Enter");
  await page.getByRole("dialog").getByRole("button", { name: "Importeer nu" }).press("Enter");
  await expect(page.getByRole("heading", { name: "Verslag van de import" })).toBeVisible({ timeout: 60_000 });
  await page.getByLabel("Toon").selectOption("failed");
  await expect(page.getByRole("row", { name: /stuk\.md/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /een\.md/ })).toHaveCount(0);
  await expectAccessible(page, "the report");
});
