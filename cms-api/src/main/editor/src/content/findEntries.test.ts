import { expect, test } from "vitest";
import { type EntryLine, eachOnce } from "./findEntries";

function line(id: string, locale: string, updatedAt: string): EntryLine {
  const translation = { locale, title: `${id} ${locale}`, slug: id, path: "", revision: id, updatedAt };
  return { id, type: "news", audience: "everyone", translation } as EntryLine;
}

test("an entry in two locales is found once, in the one that was asked for", () => {
  const lines = [line("a", "nl", "2026-01-02"), line("a", "en", "2026-01-01"), line("b", "nl", "2026-01-03")];
  expect(eachOnce(lines, "en").map((one) => one.translation.title)).toEqual(["b nl", "a en"]);
});

test("an entry without the locale that was asked for is found in the one that it has", () => {
  expect(eachOnce([line("a", "nl", "2026-01-02")], "fr")).toHaveLength(1);
});
