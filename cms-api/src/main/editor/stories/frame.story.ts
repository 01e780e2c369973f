import { expect, expectAccessible, PEOPLE, signIn, test } from "./support";

test("whoever mistypes a password is told what to do, and gets in with the right one", async ({ page }) => {
  await page.goto("/editor/");
  await page.getByLabel("E-mailadres").fill(PEOPLE.editor.mail);
  await page.getByLabel("Wachtwoord", { exact: true }).fill("geraden");
  await page.getByRole("button", { name: "Inloggen" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "klopt niet" })).toBeVisible();
  await expectAccessible(page, "sign-in with an error");
  await page.getByLabel("Wachtwoord", { exact: true }).fill(PEOPLE.editor.password);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: PEOPLE.editor.name })).toBeVisible();
});

test("the palette leads to a screen by keyboard alone, and the language can be changed", async ({ page }) => {
  await signIn(page, "administrator");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("inhoudst");
  await expect(page.getByRole("option", { name: /Inhoudstypen/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/models$/);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await page.getByRole("button", { name: PEOPLE.administrator.name }).click();
  await page.getByRole("menuitem", { name: "English" }).click();
  await expect(page.getByRole("link", { name: "Content types" })).toBeVisible();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

for (const language of ["nl", "en"] as const) {
  test(`every screen passes axe, also at twice the size, in ${language}`, async ({ page }) => {
    test.setTimeout(300_000);
    await page.addInitScript((chosen) => localStorage.setItem("plein.language", chosen), language);
    await page.goto("/editor/");
    await page.locator("input[type=email]").fill(PEOPLE.administrator.mail);
    await page.locator("input[type=password]").fill(PEOPLE.administrator.password);
    await page.keyboard.press("Enter");
    const rail = page.getByRole("navigation").first();
    await expect(rail.getByRole("link").nth(10)).toBeVisible();
    const paths = await rail
      .getByRole("link")
      .evaluateAll((links) =>
        links.map((link) => link.getAttribute("href") ?? "").filter((path) => path.startsWith("/editor/")),
      );
    expect(paths.length).toBeGreaterThan(12);
    for (const path of paths) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(page.locator(".shapes")).toHaveCount(0);
      await expectAccessible(page, path);
      await page.setViewportSize({ width: 720, height: 450 });
      await expectAccessible(page, `${path} at 200 %`);
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(sideways, `${path} scrolls sideways at 200 %`).toBeLessThanOrEqual(0);
      await page.setViewportSize({ width: 1440, height: 900 });
    }
  });
}
