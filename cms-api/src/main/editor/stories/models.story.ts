import { expect, expectAccessible, SITE, signIn, test } from "./support";

test("a type is made, gets another field name with its values, and tells what it was, by keyboard", async ({
  page,
  manage,
}) => {
  const key = `proef-${Date.now()}`;
  await signIn(page, "administrator", `/editor/sites/${SITE}/models/new`);
  await page.getByLabel("Sleutel", { exact: true }).first().fill(key);
  await page.getByLabel("Naam (Nederlands)").first().fill("Proeftype");
  await page.getByRole("button", { name: "Veld toevoegen" }).press("Enter");
  await page.keyboard.type("Datum van ingang");
  await expect(page.getByLabel("Sleutel", { exact: true }).nth(1)).toHaveValue("datumVanIngang");
  await expectAccessible(page, "a new type");
  await page.getByRole("button", { name: "Zet Datum van ingang hoger" }).press("Enter");
  await page.getByRole("button", { name: "Maak het type" }).press("Enter");
  await expect(page).toHaveURL(new RegExp(`/models/${key}$`));
  await manage.entry(key, { title: "Met een waarde", datumVanIngang: "morgen" });

  await page.getByRole("button", { name: /^Datum van ingang/ }).press("Enter");
  await page.getByLabel("Sleutel", { exact: true }).fill("ingang");
  await expect(page.getByText("Heette datumVanIngang; de waarden gaan mee.")).toBeVisible();
  await page.getByRole("button", { name: "Bekijk de gevolgen" }).press("Enter");
  await expect(page.getByRole("heading", { name: "Wat deze wijziging doet" })).toBeFocused();
  await expectAccessible(page, "the impact");
  await page.getByRole("button", { name: /^Wijzig het type/ }).press("Enter");
  await expect(page.getByRole("main").getByText("Alle teksten zijn aangepast.")).toBeVisible({ timeout: 60_000 });

  await page.getByRole("link", { name: "Versies" }).press("Enter");
  await page.locator("summary").first().press("Enter");
  await expect(page.getByText("datumVanIngang heet nu ingang")).toBeVisible();
  await expectAccessible(page, "the versions of a type");
});

test("who may not change types looks at them", async ({ page }) => {
  await signIn(page, "editor", `/editor/sites/${SITE}/models/news`);
  await expect(page.getByText("U kunt dit bekijken.")).toBeVisible();
  await page.getByRole("button", { name: /^Titel/ }).press("Enter");
  await expect(page.getByText("maxLength")).toBeVisible();
  await expect(page.getByRole("button", { name: "Bekijk de gevolgen" })).toHaveCount(0);
  await expectAccessible(page, "a type that may be read only");
});
