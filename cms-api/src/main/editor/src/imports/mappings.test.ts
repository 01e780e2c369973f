import { expect, test } from "vitest";
import { keptOf, nameFrom } from "./mappings";

test("what a dry run tells of the files is not kept", () => {
  const told = {
    kinds: {
      news: {
        type: "post",
        files: 3,
        samples: ["news/a.md"],
        exists: true,
        pathPattern: "",
        body: "body",
        fields: {
          title: { field: "title", kind: "text" as const, files: 3, sample: "A" },
          layout: { field: null, kind: "text" as const, files: 3, sample: "post" },
        },
      },
    },
  };
  expect(keptOf(told)).toEqual({
    kinds: {
      news: {
        type: "post",
        pathPattern: null,
        body: "body",
        fields: { title: { field: "title", kind: "text" }, layout: { field: null } },
      },
    },
  });
});

test("a name is made of what was typed", () => {
  expect(nameFrom("  Onze Café-blog 2026")).toBe("onze-cafe-blog-2026");
});
