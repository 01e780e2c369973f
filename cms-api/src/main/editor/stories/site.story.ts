import type { Page } from "@playwright/test";
import { expect, expectAccessible, type Manage, SITE, signIn, test } from "./support";

const SETTINGS = `/editor/sites/${SITE}/settings`;

interface Item {
  label: string;
  items?: Item[];
}

/** Labels of the main menu as it is stored; what lies below an item after it, behind a hyphen. */
async function menu(manage: Manage): Promise<string[]> {
  const parts = await manage.get(`/sites/${SITE}/parts?kind=menu`);
  const main = parts.items.find((part: { key: string }) => part.key === "main.nl");
  return main.value.items.flatMap(({ label, items }: Item) => [label, ...(items ?? []).map((one) => `-${one.label}`)]);
}

async function setMenu(manage: Manage, ...labels: string[]): Promise<void> {
  const items = labels.map((label) => ({ label, href: `/${label.toLowerCase()}` }));
  const changes = [{ kind: "menu", key: "main.nl", value: { items } }];
  await manage.send("POST", `/sites/${SITE}/part-changes`, { changes }, "*");
}

/** Goes along a row by arrow, as in every grid, and presses the button of this name. */
async function press(page: Page, name: string): Promise<void> {
  const button = page.getByRole("button", { name });
  await expect(async () => {
    await page.keyboard.press("ArrowRight");
    await expect(button).toBeFocused({ timeout: 200 });
  }).toPass();
  await page.keyboard.press("Enter");
}

test.describe("the settings of a site", () => {
  test("a menu is put in another order by keyboard alone", async ({ page, manage }) => {
    await setMenu(manage, "Een", "Twee", "Drie");
    await signIn(page, "administrator", `${SETTINGS}/menus`);
    await page.getByRole("row", { name: "Drie" }).focus();
    await press(page, "Drie: omhoog");
    await press(page, "Drie: onder het vorige onderdeel");
    await page.getByRole("button", { name: "Onderdeel toevoegen" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").getByLabel("Tekst in het menu").fill("Vier");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await page.getByRole("button", { name: "Bewaren" }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByText("Alles is bewaard")).toBeVisible();
    await expect.poll(() => menu(manage)).toEqual(["Een", "-Drie", "Twee", "Vier"]);
    await expect(page.getByRole("button", { name: "Bewaren" })).toBeFocused();
  });

  test("two people change one menu: nothing is written over, and what was typed is still there", async ({
    page,
    manage,
  }) => {
    await setMenu(manage, "Een", "Twee");
    await signIn(page, "administrator", `${SETTINGS}/menus`);
    await page.getByRole("button", { name: "Twee: omhoog" }).click();
    await setMenu(manage, "Van een ander");
    await page.getByRole("button", { name: "Bewaren" }).click();
    const collision = page.getByRole("alert").filter({ hasText: "Iemand anders heeft dit intussen gewijzigd" });
    await expect(collision).toBeVisible();
    await expect(collision).toContainText("Van een ander");
    await expectAccessible(page, "a collision");
    expect(await menu(manage)).toEqual(["Van een ander"]);
    await page.getByRole("button", { name: "Bewaar mijn versie" }).click();
    await expect(collision).toHaveCount(0);
    await expect.poll(() => menu(manage)).toEqual(["Twee", "Een"]);
  });

  test("whoever leaves with something unsaved is asked first", async ({ page, manage }) => {
    await setMenu(manage, "Een", "Twee");
    await signIn(page, "administrator", `${SETTINGS}/menus`);
    await page.getByRole("button", { name: "Twee: omhoog" }).click();
    await page.getByRole("link", { name: "Formulieren" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Hier blijven" }).click();
    await expect(page).toHaveURL(/menus$/);
    await page.getByRole("link", { name: "Formulieren" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Weggaan zonder bewaren" }).click();
    await expect(page).toHaveURL(/forms$/);
    expect(await menu(manage)).toEqual(["Een", "Twee"]);
  });

  test("a redirect that was removed is brought back", async ({ page }) => {
    await signIn(page, "administrator", `${SETTINGS}/redirects`);
    await page.getByRole("button", { name: "Doorverwijzing toevoegen" }).first().click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Oud adres").fill("/zwembad");
    await dialog.getByLabel("Een ander adres").check();
    await dialog.getByLabel("Adres", { exact: true }).fill("/zwembad");
    await dialog.getByRole("button", { name: "Bewaren" }).click();
    await expect(dialog.getByRole("alert")).toBeVisible();
    await dialog.getByLabel("Adres", { exact: true }).fill("/nieuws");
    await dialog.getByRole("button", { name: "Bewaren" }).click();
    const row = page.getByRole("row").filter({ hasText: "/zwembad" });
    await row.getByRole("button", { name: "Acties voor /zwembad" }).click();
    await page.getByRole("menuitem", { name: "Verwijderen" }).click();
    await expect(row).toHaveCount(0);
    await page.getByRole("button", { name: "Ongedaan maken" }).click();
    await expect(row).toHaveCount(1);
  });

  test("a colour that can't be read is told before anybody sees it", async ({ page }) => {
    await signIn(page, "administrator", `${SETTINGS}/theme`);
    const colour = page.getByLabel("Hoofdkleur, overdag", { exact: true });
    await expect(page.getByText(/combinaties van kleuren zijn goed te lezen/)).toBeVisible();
    await colour.fill("#9fc5e8");
    await expect(page.getByText(/combinaties zijn slecht te lezen/)).toBeVisible();
    await colour.fill("blauwig");
    await expect(page.getByText("Dit is geen kleur.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Bewaren" })).toBeDisabled();
    await page.getByRole("button", { name: "Wijzigingen weggooien" }).click();
    await expect(page.getByText(/combinaties van kleuren zijn goed te lezen/)).toBeVisible();
  });

  test("every tab passes axe", async ({ page }) => {
    await signIn(page, "administrator", SETTINGS);
    for (const tab of ["general", "menus", "redirects", "alert", "theme", "forms", "versions"]) {
      await page.goto(`${SETTINGS}/${tab}`);
      await expect(page.getByRole("main").getByRole("heading", { level: 2 }).first()).toBeVisible();
      await expect(page.locator(".shapes")).toHaveCount(0);
      await expectAccessible(page, tab);
    }
  });
});
