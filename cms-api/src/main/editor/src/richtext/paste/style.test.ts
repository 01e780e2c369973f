import { expect, test } from "vitest";
import { styleAside, styled } from "./style";

function parsed(html: string): Element {
  const dom = document.createElement("div");
  dom.innerHTML = styleAside(html);
  return dom.firstElementChild as Element;
}

test("what a style says is known, and applied to nothing", () => {
  const element = parsed(
    `<style>p {color: red}</style><P class=x STYLE = 'font-weight: 700; Font-Style:italic'>a style="b"</P>`,
  );
  expect(element.hasAttribute("style")).toBe(false);
  expect(styled(element, "font-weight")).toBe("700");
  expect(styled(element, "font-style")).toBe("italic");
  expect(styled(element, "color")).toBe("");
  expect(element.textContent).toBe('a style="b"');
});
