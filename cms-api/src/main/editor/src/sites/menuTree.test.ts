import { describe, expect, test } from "vitest";
import { canMove, canNest, itemsOf, type Line, linesOf, moved, nested, placed, without } from "./menuTree";

const items = [
  { label: "Nieuws", entry: "1" },
  {
    label: "Over ons",
    items: [
      { label: "Bestuur", href: "/bestuur" },
      { label: "Werken bij", icon: "user" },
    ],
  },
  { label: "Contact" },
];
const said = (lines: Line[]) => lines.map((line) => `${"-".repeat(line.depth)}${line.item.label}`);

describe("a menu as lines", () => {
  test("is the same menu again, with what the editor does not know", () => {
    expect(itemsOf(linesOf(items))).toEqual(items);
  });

  test("moves an item with all that lies below it", () => {
    expect(said(moved(linesOf(items), 1, 1))).toEqual(["Nieuws", "Contact", "Over ons", "-Bestuur", "-Werken bij"]);
    expect(said(moved(linesOf(items), 4, -1))).toEqual(["Nieuws", "Contact", "Over ons", "-Bestuur", "-Werken bij"]);
  });

  test("keeps an item among its neighbours", () => {
    expect(canMove(linesOf(items), 2, -1)).toBe(false);
    expect(canMove(linesOf(items), 3, 1)).toBe(false);
    expect(said(moved(linesOf(items), 3, -1))).toEqual(["Nieuws", "Over ons", "-Werken bij", "-Bestuur", "Contact"]);
  });

  test("nests an item below the one above, not deeper than three levels", () => {
    expect(said(nested(linesOf(items), 4, 1))).toEqual(["Nieuws", "Over ons", "-Bestuur", "-Werken bij", "-Contact"]);
    expect(canNest(linesOf(items), 0, 1)).toBe(false);
    expect(canNest(linesOf(items), 2, 1)).toBe(false);
    expect(said(nested(linesOf(items), 3, -1))).toEqual(["Nieuws", "Over ons", "-Bestuur", "Werken bij", "Contact"]);
  });

  test("puts a dragged item where it is dropped, at a depth that exists there", () => {
    expect(said(placed(linesOf(items), 4, 2))).toEqual(["Nieuws", "Over ons", "-Contact", "-Bestuur", "-Werken bij"]);
    expect(said(placed(linesOf(items), 2, 0))).toEqual(["Bestuur", "Nieuws", "Over ons", "-Werken bij", "Contact"]);
    expect(said(placed(linesOf(items), 1, 3))).toEqual(said(linesOf(items)));
  });

  test("loses an item with all that lies below it", () => {
    expect(said(without(linesOf(items), 1))).toEqual(["Nieuws", "Contact"]);
  });
});
