import type { Browser, Page } from "@playwright/test";
import { expect, expectAccessible, PEOPLE, type Person, SITE, signIn, test } from "./support";

const BODY = "<p>Alinea een.</p>\n<p>Alinea twee.</p>\n<p>Alinea drie.</p>";

async function open(page: Page, entry: string): Promise<void> {
  await page.goto(`/editor/sites/${SITE}/entries/${entry}/nl?panel=none`);
  await expect(page.getByRole("textbox", { name: "Tekst", exact: true })).toBeVisible();
}

async function opened(browser: Browser, who: Person, entry: string): Promise<Page> {
  const page = await (await browser.newContext({ locale: "nl-NL" })).newPage();
  await signIn(page, who);
  await open(page, entry);
  return page;
}

const state = (page: Page) => page.locator(".writing-state");
const text = (page: Page) => page.getByRole("textbox", { name: "Tekst", exact: true });
const title = (page: Page) => page.getByRole("textbox", { name: /^Titel/ });

/** Types at the end of a paragraph. */
async function writeIn(page: Page, paragraph: number, words: string): Promise<void> {
  await text(page).locator("p").nth(paragraph).click();
  await page.keyboard.press("End");
  await page.keyboard.type(words);
}

test("two people in one text: what does not meet is merged, what meets is chosen", async ({ browser, manage }) => {
  const entry = await manage.entry("news", { title: `Samen ${Date.now()}`, date: "2026-11-29", body: BODY });
  const noor = await opened(browser, "publisher", entry);
  const yara = await opened(browser, "editor", entry);

  await writeIn(noor, 0, " Van Noor.");
  await expect(state(noor)).toContainText("Bewaard om");
  await writeIn(yara, 2, " Van Yara.");
  await expect(text(yara)).toContainText("Alinea een. Van Noor.");
  await yara.keyboard.type(" Verder.");
  await expect(text(yara)).toContainText("Van Yara. Verder.");
  await expect(state(yara)).toContainText("Bewaard om");

  await writeIn(noor, 1, " Noor");
  await expect(state(noor)).toContainText("Bewaard om");
  await writeIn(yara, 1, " Yara");
  await expect(state(yara)).toContainText("Twee versies");
  await yara.getByRole("button", { name: "Kies wat blijft" }).click();
  await expectAccessible(yara, "the choice between two versions");
  await yara.getByRole("radio", { name: "Beide" }).check();
  await yara.getByRole("button", { name: "Bewaar deze keuze" }).click();
  await expect(state(yara)).toContainText("Bewaard om");
  const draft = await manage.get(`/sites/${SITE}/entries/${entry}/translations/nl/draft`);
  expect(draft.fields.body).toBe(
    "<p>Alinea een. Van Noor.</p>\n<p>Alinea twee. Yara</p>\n<p>Alinea twee. Noor</p>\n<p>Alinea drie. Van Yara. Verder.</p>",
  );
  await noor.context().close();
  await yara.context().close();
});

test("the line is lost, the browser dies, the session ends: not one keystroke is", async ({ browser, manage }) => {
  const name = `Verbinding ${Date.now()}`;
  const entry = await manage.entry("news", { title: name, date: "2026-11-29", body: BODY });
  const page = await opened(browser, "editor", entry);
  const context = page.context();

  await context.setOffline(true);
  await title(page).press("End");
  await page.keyboard.type(" zonder lijn");
  await expect(state(page)).toContainText("Geen verbinding");
  await page.close();
  await context.setOffline(false);

  const again = await context.newPage();
  await open(again, entry);
  await expect(title(again)).toHaveValue(`${name} zonder lijn`);
  await expect(state(again)).toContainText("Bewaard om");

  await context.clearCookies();
  await title(again).press("End");
  await again.keyboard.type(" en zonder sessie");
  const dialog = again.getByRole("dialog", { name: "Log weer in" });
  await dialog.getByLabel("E-mailadres").fill(PEOPLE.editor.mail);
  await dialog.getByLabel("Wachtwoord", { exact: true }).fill(PEOPLE.editor.password);
  await again.keyboard.press("Enter");
  await expect(state(again)).toContainText("Bewaard om");
  const draft = await manage.get(`/sites/${SITE}/entries/${entry}/translations/nl/draft`);
  expect(draft.fields.title).toBe(`${name} zonder lijn en zonder sessie`);
  await context.close();
});

test("what is pasted from Word is clean, and what the slash menu makes is what the normal form says", async ({
  page,
  manage,
}) => {
  const entry = await manage.entry("news", { title: `Plakken ${Date.now()}`, date: "2026-11-29" });
  await signIn(page, "editor");
  await open(page, entry);
  await text(page).click();
  await page.evaluate((html) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", html);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, WORD);
  await page.keyboard.press("Enter");
  await page.keyboard.type("/tabel");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Tarieven");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Soort");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Prijs");
  await expectAccessible(page, "a text with a table");
  await expect(state(page)).toContainText("Bewaard om");
  const draft = await manage.get(`/sites/${SITE}/entries/${entry}/translations/nl/draft`);
  expect(draft.fields.body).toContain(
    "<p><strong>Uit Word</strong></p>\n<ul>\n<li>een\n<ul>\n<li>diep</li>\n</ul>\n</li>\n<li>twee</li>\n</ul>\n<p>Slot</p>\n<table>\n" +
      '<caption>Tarieven</caption>\n<thead>\n<tr>\n<th scope="col">Soort</th>\n<th scope="col">Prijs</th>',
  );
});

test("a page is built from blocks by keyboard alone", async ({ page, manage }) => {
  const entry = await manage.entry("page", { title: `Blokken ${Date.now()}` });
  await signIn(page, "editor");
  await page.goto(`/editor/sites/${SITE}/entries/${entry}/nl?panel=none`);
  const add = page.getByRole("button", { name: "Blok toevoegen" });
  for (const [kind, words] of [
    ["Opening", "Welkom"],
    ["Citaat", "Mooi gezegd"],
    ["Stappen", "Zo gaat het"],
  ] as const) {
    await add.focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("menuitem", { name: kind })).toBeVisible();
    await page.keyboard.type(kind);
    await page.keyboard.press("Enter");
    await expect(page.locator("[data-block] :is(input, textarea):focus")).toBeVisible();
    await page.keyboard.type(words);
  }
  await page.getByRole("button", { name: "Stappen", expanded: true }).focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(page.locator("#said")).toContainText("plek 2 van 3");
  await page.keyboard.press("Alt+ArrowUp");
  await expect(page.locator("#said")).toContainText("plek 1 van 3");
  await expectAccessible(page, "a page of blocks");
  await expect(state(page)).toContainText("Bewaard om");
  const draft = await manage.get(`/sites/${SITE}/entries/${entry}/translations/nl/draft`);
  expect(draft.fields.blocks.map((block: { type: string }) => block.type)).toEqual(["steps", "hero", "quote"]);
});

const item = (level: number, marker: string, words: string) =>
  `<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol'>` +
  `<span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>${words}<o:p></o:p></p>`;

const WORD =
  "<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><style><!-- p.MsoNormal {margin:0cm} --></style></head><body lang=NL><!--StartFragment-->" +
  `<p class=MsoNormal><b>Uit Word<o:p></o:p></b></p>${item(1, "·", "een")}${item(2, "o", "diep")}${item(1, "·", "twee")}` +
  "<p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>Slot</p><!--EndFragment--></body></html>";
