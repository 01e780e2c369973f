import { expect, test } from "vitest";
import { fieldOf } from "./useSelection";

test("a place in a block is named by its keys and ids, as the server does", () => {
  expect(fieldOf("/blocks/b1/fields/text")).toBe("blocks/b1/text");
  expect(fieldOf("/title")).toBe("title");
});
