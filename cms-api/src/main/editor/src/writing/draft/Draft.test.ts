import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Problem } from "../../api/problem";
import type { Fields } from "../door";
import { Draft, type Saved, type Send } from "./Draft";

const first: Saved = {
  revision: "r1",
  model: 1,
  savedAt: "2026-01-01T00:00:00Z",
  fields: { title: "a", body: "<p>x</p>" },
};
const kept: Fields[] = [];
const keeper = {
  keep: (work: { fields: Fields }) => void kept.push(work.fields),
  drop: async () => void kept.splice(0),
};

beforeEach(() => {
  vi.useFakeTimers();
  kept.length = 0;
});
afterEach(() => void vi.useRealTimers());

function serverOf(...answers: Array<Partial<Saved> | Problem>) {
  const sent: Array<Parameters<Send>[0]> = [];
  const send: Send = async (body) => {
    sent.push(body);
    const answer = answers.shift() ?? {};
    if (answer instanceof Problem) {
      throw answer;
    }
    return { ...first, revision: `r${sent.length + 1}`, fields: body.fields, ...answer };
  };
  return { sent, send };
}

describe("a draft", () => {
  it("is saved after a pause, on top of what was read", async () => {
    const { sent, send } = serverOf();
    const draft = new Draft(first, send, keeper);
    draft.change("/title", "ab");
    draft.change("/title", "abc");
    expect(draft.snapshot().state.is).toBe("waiting");
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent).toEqual([{ basedOn: "r1", model: 1, fields: { title: "abc", body: "<p>x</p>" }, autosave: true }]);
    expect(draft.snapshot()).toMatchObject({ state: { is: "saved" }, isSaved: true, revision: "r2" });
    expect(kept).toEqual([]);
  });

  it("is kept until the server has it, and sent again when it can be reached", async () => {
    const { sent, send } = serverOf(new Problem(0, "offline", ""), new Problem(0, "offline", ""));
    const draft = new Draft(first, send, keeper);
    draft.change("/title", "b");
    await vi.advanceTimersByTimeAsync(1000);
    expect(draft.snapshot().state.is).toBe("offline");
    expect(kept.at(-1)).toMatchObject({ title: "b" });
    draft.change("/title", "bc");
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent.map((body) => body.fields.title)).toEqual(["b", "bc", "bc"]);
    expect(draft.snapshot().state.is).toBe("saved");
  });

  it("takes over what others wrote, beside what was typed meanwhile", async () => {
    const { send } = serverOf({ merged: ["body"], fields: { title: "b", body: "<p>theirs</p>" } });
    const draft = new Draft(first, send, keeper);
    draft.change("/title", "b");
    const saving = draft.flush();
    draft.change("/title", "bc");
    await saving;
    expect(draft.snapshot().fields).toEqual({ title: "bc", body: "<p>theirs</p>" });
    expect(draft.snapshot().isSaved).toBe(false);
  });

  it("waits for a choice where two wrote the same, and then saves on top of the other", async () => {
    const members = { base: first.fields, theirs: { title: "theirs", body: "<p>y</p>" }, head: "h" };
    const { sent, send } = serverOf(new Problem(409, "draft-moved-on", "", [], members));
    const draft = new Draft(first, send, keeper);
    draft.change("/title", "mine");
    await draft.flush();
    const { state } = draft.snapshot();
    expect(state.is).toBe("conflict");
    draft.change("/title", "mine too");
    await vi.advanceTimersByTimeAsync(5000);
    expect(sent.length).toBe(1);
    if (state.is === "conflict") {
      draft.settle(state.conflict, { title: "mine too", body: "<p>y</p>" });
    }
    await vi.advanceTimersByTimeAsync(0);
    expect(sent.at(-1)).toMatchObject({ basedOn: "h", fields: { title: "mine too", body: "<p>y</p>" } });
    expect(draft.snapshot().state.is).toBe("saved");
  });

  it("shows a refusal at the field that it is about, a block by its id", async () => {
    const fault = { in: "body" as const, location: "/fields/parts/0/fields/text", code: "wrong-type", detail: "Nee" };
    const { send } = serverOf(new Problem(422, "invalid", "", [fault]));
    const draft = new Draft({ ...first, fields: { parts: [{ id: "b1", type: "t", fields: {} }] } }, send, keeper);
    draft.change("/title", "b");
    await draft.flush();
    expect([...draft.snapshot().faults]).toEqual([["/parts/b1/fields/text", fault]]);
  });
});
