import { describe, expect, it } from "vitest";
import type { Choice } from "./merge";
import { merge } from "./merge";

function paragraphs(...words: string[]): string {
  return words.map((word) => `<p>${word}</p>`).join("\n");
}

describe("two writers", () => {
  it("in two fields do not meet", () => {
    const merged = merge({ a: "1", b: "1" }, { a: "2", b: "1" }, { a: "1", b: "2" });
    expect(merged).toEqual({ fields: { a: "2", b: "2" }, clashes: [] });
  });

  it("in two paragraphs do not meet", () => {
    const base = paragraphs("a", "b", "c", "d");
    const merged = merge(
      { t: base },
      { t: paragraphs("a", "B", "c", "d") },
      { t: paragraphs("a", "b", "c", "D", "e") },
    );
    expect(merged).toEqual({ fields: { t: paragraphs("a", "B", "c", "D", "e") }, clashes: [] });
  });

  it("who say the same say it once", () => {
    const merged = merge({ t: paragraphs("a") }, { t: paragraphs("a", "b") }, { t: paragraphs("a", "b") });
    expect(merged).toEqual({ fields: { t: paragraphs("a", "b") }, clashes: [] });
  });

  it("in one paragraph clash there, and nowhere else", () => {
    const one = { t: paragraphs("a", "mine", "c") };
    const other = { t: paragraphs("A", "theirs", "c", "d") };
    const base = { t: paragraphs("A0", "b", "c") };
    const { clashes } = merge(base, one, other);
    expect(clashes.map(({ mine, theirs }) => [mine, theirs])).toEqual([
      [paragraphs("a", "mine"), paragraphs("A", "theirs")],
    ]);
  });

  it("who clash are followed as was chosen", () => {
    const sides = [
      { t: paragraphs("a", "b") },
      { t: paragraphs("a", "mine") },
      { t: paragraphs("new", "a", "theirs") },
    ] as const;
    const key = merge(...sides).clashes[0]?.key ?? "";
    const by = (choice: Choice) => merge(...sides, new Map([[key, choice]])).fields.t;
    expect(by("mine")).toBe(paragraphs("new", "a", "mine"));
    expect(by("theirs")).toBe(paragraphs("new", "a", "theirs"));
    expect(by("both")).toBe(paragraphs("new", "a", "mine", "theirs"));
  });

  it("in two blocks do not meet, and a moved block is itself", () => {
    const block = (id: string, text: string) => ({ id, type: "text", fields: { text } });
    const merged = merge(
      { b: [block("1", "a"), block("2", "b"), block("3", "c")] },
      { b: [block("3", "c"), block("1", "a"), block("2", "B")] },
      { b: [block("1", "A"), block("2", "b"), block("3", "c"), block("4", "d")] },
    );
    expect(merged.clashes).toEqual([]);
    expect(
      (merged.fields.b as Array<{ id: string; fields: { text: string } }>).map((b) => b.id + b.fields.text),
    ).toEqual(["3c", "4d", "1A", "2B"]);
  });

  it("of whom one took away a block that the other left, have it no more", () => {
    const block = (id: string) => ({ id, type: "text", fields: { text: id } });
    const merged = merge(
      { b: [block("1"), block("2")] },
      { b: [block("2")] },
      { b: [block("1"), block("2"), block("3")] },
    );
    expect((merged.fields.b as Array<{ id: string }>).map((b) => b.id)).toEqual(["2", "3"]);
  });
});
