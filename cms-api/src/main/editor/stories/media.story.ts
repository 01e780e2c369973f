import { expect, expectAccessible, SITE, signIn, test } from "./support";

/** Four by two pixels. */
const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAQAAAACCAIAAADwyuo0AAAAIklEQVR42mMQCdCwCdBICdDoCdBgEAlYYBOwICVgQU/AAgBYOggh/2XvlAAAAABJRU5ErkJggg==",
  "base64",
);

test("files are added, described and deleted, and a picture is cut round what matters, by keyboard", async ({
  page,
}) => {
  await signIn(page, "publisher", `/editor/sites/${SITE}/media`);
  const name = `proef-${Date.now()}`;
  const chosen = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Bestanden toevoegen" }).press("Enter");
  await (await chosen).setFiles([
    { name: `${name}.png`, mimeType: "image/png", buffer: PICTURE },
    { name: `${name}-leeg.txt`, mimeType: "text/plain", buffer: Buffer.alloc(0) },
  ]);
  await expect(page.getByText("1 bestand geüpload, 1 niet gelukt").first()).toBeVisible();
  await expect(page.getByText("Dit bestand is leeg.")).toBeVisible();
  await expectAccessible(page, "the library after an upload");

  await page
    .getByRole("link", { name: `${name}.png` })
    .first()
    .press("Enter");
  const point = page.getByRole("button", { name: "Focuspunt" });
  await point.focus();
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("ArrowUp");
  await expect(point).toHaveAccessibleName(/60% van links, 49% van boven/);
  await expect(page.getByRole("button", { name: "Terug naar het midden" })).toBeVisible();
  await page.getByLabel("Alt-tekst (Nederlands)").fill("Vier vakjes");
  await page.getByRole("button", { name: "Bewaren" }).press("Enter");
  await expect(page.getByText("De omschrijving is bewaard.").first()).toBeVisible();
  await expect(page.getByText("Nergens.")).toBeVisible();
  await expectAccessible(page, "a file");

  await page.reload();
  await expect(page.getByLabel("Alt-tekst (Nederlands)")).toHaveValue("Vier vakjes");
  await page.getByRole("button", { name: "Verwijderen" }).press("Enter");
  await page.getByLabel(`Typ “${name}.png”`).fill(`${name}.png`);
  await page.keyboard.press("Tab");
  await page.getByRole("button", { name: "Voorgoed verwijderen" }).press("Enter");
  await expect(page).toHaveURL(/\/media$/);
  await page.getByLabel("Zoek op naam of omschrijving").fill(name);
  await expect(page.getByRole("heading", { name: "Niets gevonden" })).toBeVisible();
});

test("a file that is used is not deleted before its uses were seen", async ({ page, manage }) => {
  const used = (await manage.get(`/sites/${SITE}/assets?kind=picture&pageSize=1`)).items[0];
  await signIn(page, "publisher", `/editor/sites/${SITE}/media/${used.id}`);
  await page.getByRole("button", { name: "Verwijderen" }).press("Enter");
  await page.getByRole("dialog").getByRole("textbox").fill(used.file);
  await page.getByRole("button", { name: "Voorgoed verwijderen" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Dit bestand wordt nog gebruikt" });
  await expect(dialog.getByRole("link").first()).toBeVisible();
  await expectAccessible(page, "the uses of a file");
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
});
