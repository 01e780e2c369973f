import { expect, test } from "vitest";
import { placesOf } from "./places";

test("a translation whose draft and page use a file is named once, as published", () => {
  const use = { entry: "1", locale: "nl", title: "Schaatsen" };
  const places = placesOf({
    published: [{ ...use, audience: "everyone", path: "/nieuws/schaatsen" }],
    drafts: [
      { ...use, place: "/image" },
      { ...use, place: "/body" },
      { entry: "2", locale: "nl", title: "Klad", place: "/image" },
    ],
  });
  expect(places.map((place) => [place.title, place.isPublished])).toEqual([
    ["Schaatsen", true],
    ["Klad", false],
  ]);
});
