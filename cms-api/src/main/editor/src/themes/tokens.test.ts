import { describe, expect, test } from "vitest";
import { hexOf, ratioOf, tooLow } from "./contrast";
import { type Declared, isSound, ownsOf, resolved, treeOf } from "./tokens";

const declared: Declared[] = [
  { name: "color.ink", type: "color", value: "#0f1b2e", dark: "#ece8df" },
  { name: "color.surface", type: "color", value: "#fefdfb", dark: "#0d1522" },
  { name: "color.link", type: "color", value: "{color.ink}" },
  { name: "weight.strong", type: "fontWeight", value: 600 },
  { name: "font.body", type: "fontFamily", value: ["Source Sans 3", "sans-serif"] },
];

describe("a site's own tokens", () => {
  test("are read flat or as a tree", () => {
    const flat = { "color.ink": { $value: "#000", $extensions: { "nl.plein.dark": "#fff" } }, "weight.strong": 700 };
    const tree = {
      color: { ink: { $value: "#000", $extensions: { "nl.plein.dark": "#fff" } } },
      weight: { strong: 700 },
    };
    const owns = { "color.ink": { value: "#000", dark: "#fff" }, "weight.strong": { value: "700" } };
    expect(ownsOf(flat)).toEqual(owns);
    expect(ownsOf(tree)).toEqual(owns);
  });

  test("are written as their type wants them", () => {
    expect(
      treeOf(
        {
          "color.ink": { value: "#000", dark: "#fff" },
          "weight.strong": { value: "700" },
          "font.body": { value: "A, serif" },
        },
        declared,
      ),
    ).toEqual({
      "color.ink": { $value: "#000", $extensions: { "nl.plein.dark": "#fff" } },
      "weight.strong": { $value: 700 },
      "font.body": { $value: ["A", "serif"] },
    });
  });

  test("are followed to their end, by day and by night", () => {
    expect(resolved("color.link", false, declared, {})).toBe("#0f1b2e");
    expect(resolved("color.link", true, declared, { "color.ink": { value: "#111", dark: "#eee" } })).toBe("#eee");
    expect(resolved("color.link", false, declared, { "color.ink": { value: "{color.link}" } })).toBeUndefined();
  });

  test("are refused where no theme would take them", () => {
    const names = new Set(declared.map((token) => token.name));
    const colour = declared[0] as Declared;
    expect(isSound("#12345", colour, names)).toBe(false);
    expect(isSound("red; background: url(x)", colour, names)).toBe(false);
    expect(isSound("{color.gone}", colour, names)).toBe(false);
    expect(isSound("{color.surface}", colour, names)).toBe(true);
    expect(isSound("hsl(200 50% 40%)", colour, names)).toBe(true);
  });
});

describe("contrast", () => {
  test("is what WCAG says it is", () => {
    expect(ratioOf("#000", "#fff")).toBeCloseTo(21, 5);
    expect(ratioOf("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
    expect(ratioOf("transparent", "#fff")).toBeUndefined();
  });

  test("is told for day and night apart", () => {
    const pairs = [{ above: "color.ink", below: "color.surface", least: 4.5 }];
    expect(tooLow(pairs, declared, {})).toEqual([]);
    expect(tooLow(pairs, declared, { "color.ink": { value: "#0f1b2e", dark: "#1a2233" } })).toMatchObject([
      { above: "color.ink", isDark: true, least: 4.5 },
    ]);
  });

  test("shows a picker only what it can show", () => {
    expect(hexOf("#abc")).toBe("#aabbcc");
    expect(hexOf("rgb(255 0 10)")).toBe("#ff000a");
    expect(hexOf("oklch(0.7 0.1 200)")).toBeUndefined();
  });
});
