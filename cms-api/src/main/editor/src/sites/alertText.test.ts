import { describe, expect, test } from "vitest";
import { alertOf, htmlOf } from "./alertText";

describe("the text of an alert", () => {
  const html =
    '<p><strong>Kraanbrug dicht.</strong> Auto’s rijden om via de Ringweg. <a data-entry="01a2">Bekijk de omleiding</a></p>';

  test("is taken apart and put together again without a difference", () => {
    const alert = alertOf(html);
    expect(alert).toEqual({
      head: "Kraanbrug dicht.",
      text: "Auto’s rijden om via de Ringweg.",
      link: "Bekijk de omleiding",
      aim: { entry: "01a2" },
    });
    expect(alert && htmlOf(alert)).toBe(html);
  });

  test("is left alone where it says more than the form has fields for", () => {
    expect(alertOf("<p>Een</p><p>Twee</p>")).toBeUndefined();
    expect(alertOf("<p>Met <em>nadruk</em></p>")).toBeUndefined();
  });

  test("never lets what was typed become markup", () => {
    expect(htmlOf({ head: "", text: "<b>a & b</b>", link: "x", aim: { href: '"><script>' } })).toBe(
      '<p>&lt;b&gt;a &amp; b&lt;/b&gt; <a href="&quot;&gt;&lt;script&gt;">x</a></p>',
    );
  });

  test("is empty if nothing is said", () => {
    expect(htmlOf({ head: " ", text: "", link: "", aim: undefined })).toBe("");
  });
});
