import type { Page } from "@playwright/test";
import { expect, expectAccessible, SITE, signIn, test } from "./support";

/** Sixteen by nine pixels, one colour. */
const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAABAAAAAJCAIAAAC0SDtlAAAAFElEQVR42mNgYPhPIhrVMKph5GoAAHeVj3GVq6jsAAAAAElFTkSuQmCC",
  "base64",
);

const text = (page: Page) => page.getByRole("textbox", { name: "Tekst", exact: true });

test("a first news item: written, mended, previewed, reviewed, published, and a mistake undone", async ({
  page,
  manage,
  browser,
}) => {
  test.setTimeout(240_000);
  const name = `Zwembad ${Date.now()}`;
  const workflow = `/sites/${SITE}/workflow-choices/news`;
  await manage.send("PUT", workflow, { workflow: "review" }, "*");
  try {
    // Yara writes for the first time.
    await signIn(page, "editor");
    await page.getByRole("link", { name: "Inhoud", exact: true }).click();
    await page.getByRole("link", { name: "Nieuw", exact: true }).click();
    await page.getByRole("radio", { name: "Nieuwsbericht" }).check();
    await page.getByLabel("Titel").fill(name);
    await page.getByRole("button", { name: "Begin met schrijven" }).click();
    await expect(text(page)).toBeVisible();
    await page.getByRole("textbox", { name: /^Datum/ }).fill("2026-11-29");
    await page.getByRole("textbox", { name: "Samenvatting" }).fill("Vanaf maandag kunt u weer zwemmen.");

    const picture = page.getByRole("group", { name: /^Beeld/ });
    await picture.getByRole("button", { name: "Kies een bestand" }).click();
    const chosen = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Bestanden toevoegen" }).click();
    await (await chosen).setFiles([{ name: `${name}.png`, mimeType: "image/png", buffer: PICTURE }]);
    await picture.getByLabel("Wat is er te zien?").fill("Het binnenbad");

    await text(page).click();
    await page.keyboard.type("U kunt weer zwemmen. Lees klik hier.");
    await page.keyboard.press("Enter");
    await page.keyboard.type("/tabel");
    await page.keyboard.press("Enter");
    await expect(text(page).locator("table")).toBeVisible();
    for (const head of ["Openingstijden", "Dag", "Van", "Tot", "Maandag", "9.00", "17.00"]) {
      await page.keyboard.type(head);
      await page.keyboard.press("Tab");
    }

    // A link to another page, on the last two words.
    await text(page).getByText("U kunt weer zwemmen.").click();
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowLeft");
    for (let letter = 0; letter < "klik hier".length; letter++) {
      await page.keyboard.press("Shift+ArrowLeft");
    }
    await page.getByRole("button", { name: "Link", exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog
      .getByRole("button", { name: /pagina/i })
      .first()
      .click();
    await page.getByRole("dialog").last().getByRole("combobox").fill("Kraanbrug");
    await page
      .getByRole("option", { name: /Kraanbrug drie weken/ })
      .first()
      .click();
    await expectAccessible(page, "the dialog of a link");
    await dialog.getByRole("button", { name: "Link plaatsen" }).click();
    await expect(text(page).locator("a", { hasText: "klik hier" })).toBeVisible();

    // She mends what the checks find.
    await page.getByRole("tab", { name: /Controles/ }).click();
    await expect(page.getByText(/“klik hier” zegt niet waar hij heen leidt/)).toBeVisible();
    await text(page).locator("a").dblclick();
    await page.keyboard.type("over de brug");
    await expect(page.getByText(/“klik hier” zegt/)).toHaveCount(0);
    await expectAccessible(page, "checks");

    // She sees it on a phone, as citizens will.
    await page.getByRole("tab", { name: "Voorbeeld" }).click();
    await page.getByRole("radio", { name: "Telefoon" }).check({ force: true });
    const shown = page.frameLocator("iframe");
    await expect(shown.getByRole("heading", { level: 1, name })).toBeVisible();
    await expect(shown.getByRole("img", { name: "Het binnenbad" })).toBeVisible();
    await expectAccessible(page, "preview");

    // It goes to whoever reviews.
    await page.getByRole("button", { name: "Ter beoordeling aanbieden" }).click();
    await page.getByRole("dialog").getByRole("textbox").fill("Graag voor maandag.");
    await page.getByRole("dialog").getByRole("button", { name: "Ter beoordeling aanbieden" }).click();
    await expect(page.getByText("Ter beoordeling").first()).toBeVisible();
    const address = page.url();

    // Noor finds it on her desk, says something about it, and approves.
    const context = await browser.newContext({ locale: "nl-NL", viewport: { width: 1440, height: 900 } });
    const noor = await context.newPage();
    await signIn(noor, "publisher");
    await noor.getByRole("link", { name }).first().click();
    await expect(text(noor)).toBeVisible();
    await noor.getByRole("tab", { name: "Overleg" }).click();
    await expect(noor.getByText("Graag voor maandag.")).toBeVisible();
    await noor.getByRole("button", { name: "Opmerking maken" }).click();
    await noor.getByLabel("Uw opmerking").fill("Mooi, dank je.");
    await noor.getByRole("button", { name: "Plaatsen" }).click();
    await expect(noor.getByText("Mooi, dank je.").first()).toBeVisible();
    await expectAccessible(noor, "comments");
    await noor.getByRole("button", { name: "Goedkeuren" }).click();
    await noor.getByRole("dialog").getByRole("button", { name: "Goedkeuren" }).click();

    // It is published: first what will happen, then what happened.
    await noor.getByRole("button", { name: /^Publiceren/ }).click();
    const publishing = noor.getByRole("dialog");
    await expect(publishing.getByText(/Nieuwe pagina: \/nieuws\/2026\/zwembad/)).toBeVisible();
    await expectAccessible(noor, "what publishing will do");
    await publishing.getByRole("button", { name: "Publiceren", exact: true }).click();
    await expect(publishing.getByText(/Bezoekers zien het nu/)).toBeVisible();
    await expectAccessible(noor, "the receipt");
    const live = await publishing.getByRole("link", { name }).first().getAttribute("href");
    const visitor = await context.newPage();
    await visitor.goto(live ?? "");
    await expect(visitor.getByRole("heading", { level: 1, name })).toBeVisible();
    await expect(visitor.getByRole("link", { name: "over de brug" })).toBeVisible();
    await context.close();

    // Yara sees what was said, and takes a mistake back from the history.
    await page.goto(address);
    await page.getByRole("textbox", { name: "Samenvatting" }).fill("Dit was niet de bedoeling.");
    await expect(page.locator(".writing-state")).toContainText("Bewaard om");
    await page.getByRole("tab", { name: "Geschiedenis" }).click();
    await expect(page.getByText("Live", { exact: true }).first()).toBeVisible();
    await expectAccessible(page, "history");
    await page.getByRole("button", { name: /Yara Smit Live$/ }).click();
    await expectAccessible(page, "a version");
    await page.getByRole("button", { name: "Zet deze versie terug" }).first().click();
    await expect(page.getByRole("textbox", { name: "Samenvatting" })).toHaveValue("Vanaf maandag kunt u weer zwemmen.");
  } finally {
    await manage.send("PUT", workflow, { workflow: "direct" }, "*");
  }
});
