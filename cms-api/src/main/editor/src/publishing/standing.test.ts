import { expect, test } from "vitest";
import { closedWays, nextWay, visible, type Way } from "./standing";

const STATES = ["draft", "review", "approved"];

function way(transition: string, to: string, open: boolean): Way {
  const name = { nl: transition, en: transition };
  return { transition, to, open, name, publishes: transition === "publish", findings: [], roles: [], people: [] };
}

function at(state: string, ...transitions: Way[]) {
  return { workflow: "review", state, revision: "r", transitions, steps: [] };
}

test("an approved draft is to be published, though it could be returned as well", () => {
  const workflow = at("approved", way("return", "draft", true), way("publish", "approved", true));
  expect(nextWay(workflow, "older", STATES)?.transition).toBe("publish");
});

test("what visitors see already is not published again", () => {
  expect(nextWay(at("approved", way("publish", "approved", true)), "this", STATES)).toBeUndefined();
});

test("nobody is led to returning a text: whoever may only do that is led to nothing", () => {
  expect(nextWay(at("review", way("return", "draft", true)), "nothing", STATES)).toBeUndefined();
});

test("a draft in review is to be approved", () => {
  const workflow = at("review", way("return", "draft", true), way("approve", "approved", true));
  expect(nextWay(workflow, "nothing", STATES)?.transition).toBe("approve");
});

test("whoever may not publish can ask why", () => {
  const workflow = at("draft", way("submit", "review", true), way("publish", "approved", false));
  expect(closedWays(workflow, STATES).map((one) => one.transition)).toEqual(["publish"]);
});

test("a newer draft than what visitors see is told from the same one", () => {
  expect(visible({ revision: "2", publishedRevision: "1" })).toBe("older");
  expect(visible({ revision: "1", publishedRevision: "1" })).toBe("this");
  expect(visible({ revision: "1" })).toBe("nothing");
});

test("nobody asks why a text in review can't be submitted for review", () => {
  const workflow = at("review", way("submit", "review", false), way("publish", "approved", false));
  expect(closedWays(workflow, STATES).map((one) => one.transition)).toEqual(["publish"]);
});
