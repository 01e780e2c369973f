import { expect, expectAccessible, SITE, signIn, test } from "./support";

test("somebody is added, blocked and taken off, and the focus is never lost", async ({ page }) => {
  const name = "Robin de Proef";
  await signIn(page, "administrator", `/editor/sites/${SITE}/people`);
  await page.getByRole("button", { name: "Iemand toevoegen" }).click();
  const dialog = page.getByRole("dialog");
  await expectAccessible(page, "adding somebody");
  await dialog.getByLabel("Naam", { exact: true }).fill(name);
  await dialog.getByLabel("Werkt met een token").check();
  await dialog.getByRole("button", { name: "Toevoegen" }).click();
  await expect(dialog.getByLabel("Token")).toHaveValue(/^plein_/);
  await dialog.getByRole("button", { name: "Ik heb het bewaard" }).click();
  await expect(page.locator(":focus")).toBeAttached();

  const row = page.getByRole("row").filter({ hasText: name });
  await expect(row).toContainText("Redacteur op deze site");
  await row.getByRole("button").click();
  await page.getByRole("menuitem", { name: "Blokkeren" }).click();
  await dialog.getByRole("button", { name: "Blokkeren" }).click();
  await expect(row).toContainText("Geblokkeerd");
  await row.getByRole("button").click();
  await page.getByRole("menuitem", { name: "Alle rollen intrekken" }).click();
  await dialog.getByRole("button", { name: "Alle rollen intrekken" }).click();
  await expect(row).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
});

test("the trail is sound, and still passes what was noted", async ({ page }) => {
  await signIn(page, "administrator", `/editor/sites/${SITE}/audit`);
  await page.getByRole("button", { name: "Logboek controleren" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Controleer" }).click();
  await expect(dialog.getByText("Het logboek klopt")).toBeVisible();
  const noted = (await dialog.locator("code").textContent()) ?? "";
  await dialog.getByLabel(/Nummer en zegel/).fill(noted);
  await dialog.getByRole("button", { name: "Controleer opnieuw" }).click();
  await expect(dialog.getByText("staat er nog precies zo")).toBeVisible();
  await expectAccessible(page, "a verified trail");
});

test("a token is shown once and revoked", async ({ page }) => {
  await signIn(page, "administrator", `/editor/sites/${SITE}/tokens`);
  await page.getByRole("button", { name: "Nieuw token" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Waar is het voor?").fill("Koppeling met de agenda");
  await dialog.getByRole("button", { name: "Token maken" }).click();
  await expect(dialog.getByLabel("Token", { exact: true })).toHaveValue(/^plein_/);
  await dialog.getByRole("button", { name: "Ik heb het bewaard" }).click();
  await page.getByRole("button", { name: "Intrekken Koppeling met de agenda" }).click();
  await dialog.getByRole("button", { name: "Intrekken" }).click();
  await expect(page.getByText("Koppeling met de agenda", { exact: true })).toHaveCount(0);
});

test("ideas follow another workflow once somebody has been told what that means", async ({ page, manage }) => {
  await signIn(page, "administrator", `/editor/sites/${SITE}/workflows`);
  const choice = page.getByLabel("Werkwijze voor Idee");
  await choice.selectOption({ label: "Vier ogen" });
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("Voor bezoekers verandert er niets.");
  await dialog.getByRole("button", { name: "Annuleren" }).click();
  await expect(choice).toHaveValue("direct");
  await choice.selectOption({ label: "Vier ogen" });
  await dialog.getByRole("button", { name: "Werkwijze wijzigen" }).click();
  await expect(choice).toHaveValue("four-eyes");
  await manage.send("PUT", `/sites/${SITE}/workflow-choices/idea`, { workflow: "direct" }, '"four-eyes"');
});
