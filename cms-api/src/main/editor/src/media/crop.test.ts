import { expect, test } from "vitest";
import { cropOf, moved, pointAt } from "./crop";

test("a wide picture cut square keeps its height and what lies round the focal point", () => {
  expect(cropOf(2, 1, { x: 0.5, y: 0.5 })).toEqual({ left: 0.25, top: 0, width: 0.5, height: 1 });
});

test("a focal point at the edge does not lead out of the picture", () => {
  expect(cropOf(2, 1, { x: 0.95, y: 0.5 })).toEqual({ left: 0.5, top: 0, width: 0.5, height: 1 });
  expect(cropOf(1, 2, { x: 0.5, y: 0 })).toEqual({ left: 0, top: 0, width: 1, height: 0.5 });
});

test("arrow keys move by a percent, with Shift by ten, and stop at the edge", () => {
  expect(moved({ x: 0.5, y: 0.5 }, "ArrowLeft", false)).toEqual({ x: 0.49, y: 0.5 });
  expect(moved({ x: 0.5, y: 0.95 }, "ArrowDown", true)).toEqual({ x: 0.5, y: 1 });
  expect(moved({ x: 0.5, y: 0.5 }, "a", false)).toBeUndefined();
});

test("a point is kept in whole percents", () => {
  expect(pointAt(0.12345, -3)).toEqual({ x: 0.12, y: 0 });
});
