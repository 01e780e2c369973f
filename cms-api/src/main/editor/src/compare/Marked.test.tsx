import { render } from "@testing-library/react";
import { expect, test } from "vitest";
import { Marked } from "./Marked";

function shown(html: string, without?: "ins" | "del"): string {
  return render(<Marked html={html} without={without} />).container.firstElementChild?.innerHTML ?? "";
}

test("each side of a comparison shows its own words only", () => {
  const marked = "<p>Vanaf <del>mei</del><ins>juni</ins> open.</p>";
  expect(shown(marked, "ins")).toBe("<p>Vanaf <del>mei</del> open.</p>");
  expect(shown(marked, "del")).toBe("<p>Vanaf <ins>juni</ins> open.</p>");
});

test("nothing that runs, loads or leads comes through, whatever a text holds", () => {
  const hostile =
    '<p onclick="steal()" style="position:fixed">Tekst<script>steal()</script><img src="x" onerror="steal()" alt="Brug">' +
    '<a href="javascript:steal()">link</a><iframe src="https://elders.example"></iframe><svg onload="steal()"></svg></p>';
  const html = shown(hostile);
  expect(html).not.toMatch(/onclick|onerror|onload|javascript:|<iframe|<img|<script|style=|href/);
  expect(html).toContain("[Brug]");
  expect(html).toContain("link");
});

test("cells keep their spans, so that a table is read as it was", () => {
  expect(shown('<table><tbody><tr><td colspan="2">Samen</td></tr></tbody></table>')).toContain('<td colspan="2">');
});
