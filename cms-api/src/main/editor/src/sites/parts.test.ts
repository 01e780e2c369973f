import { describe, expect, test } from "vitest";
import { moved, type Parts } from "./parts";

const seen: Parts = {
  tag: '"1"',
  items: [
    { kind: "menu", key: "main.nl", value: { items: [] } },
    { kind: "setting", key: "forms", value: { contact: true } },
  ],
};

describe("what moved while somebody was typing", () => {
  test("nothing, if only another part was changed", () => {
    const now: Parts = { ...seen, tag: '"2"', items: [seen.items[0] as never] };
    expect(moved(seen, now, [{ kind: "menu", key: "main.nl", value: { items: [1] } }])).toEqual([]);
  });

  test("the part itself, if it says something else now", () => {
    const now: Parts = { tag: '"2"', items: [{ kind: "menu", key: "main.nl", value: { items: [2] } }] };
    const mine = { kind: "menu" as const, key: "main.nl", value: { items: [1] } };
    expect(moved(seen, now, [mine])).toEqual([mine]);
  });

  test("a part that somebody else added meanwhile", () => {
    const now: Parts = { ...seen, items: [...seen.items, { kind: "redirect", key: "/oud", value: { to: "/" } }] };
    const mine = { kind: "redirect" as const, key: "/oud", value: { to: "/nieuw" } };
    expect(moved(seen, now, [mine])).toEqual([mine]);
  });
});
