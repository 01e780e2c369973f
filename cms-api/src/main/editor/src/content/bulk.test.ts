import { expect, test } from "vitest";
import { bulkChanges } from "./bulk";
import type { Row } from "./EntryTable";
import { ALL } from "./filters";

function row(id: string, locale: string): Row {
  return { key: `${id} ${locale}`, id, translation: { locale } } as Row;
}

const ROWS = [row("a", "nl"), row("a", "en"), row("b", "nl")];

test("only the translations that were chosen are published, though their entries have others", () => {
  expect(bulkChanges("publish", { rows: ROWS }, "noor")).toEqual([
    { act: "publish", locale: "nl", entries: ["a", "b"] },
    { act: "publish", locale: "en", entries: ["a"] },
  ]);
});

test("an entry is thrown away once, though two of its translations were chosen", () => {
  expect(bulkChanges("trash", { rows: ROWS }, "noor")).toEqual([{ act: "trash", entries: ["a", "b"] }]);
});

test("all that a list holds is named by its filter", () => {
  expect(bulkChanges("archive", { filters: { ...ALL, type: "news" } }, "noor")).toEqual([
    { act: "archive", filter: { type: "news" } },
  ]);
});
