import { getSchema } from "@tiptap/core";
import { describe, expect, it } from "vitest";
import { read } from "./read";
import { normalForm } from "./schema/schema";
import { elementsOf } from "./tree";
import { write } from "./write";

const schema = getSchema(normalForm);
const ID = "018f3c1e-7a3b-7c4d-8e5f-0123456789ab";

const samples: Record<string, string> = {
  nothing: "",
  "a paragraph": "<p>Welkom op het plein</p>",
  headings: '<h2 id="een">Een</h2>\n<h3>Twee</h3>\n<h4>Drie</h4>\n<h5>Vier</h5>\n<h6 lang="en" dir="ltr">Five</h6>',
  "nested marks": "<p>a<strong>b<em>c</em></strong><em>d</em><s>e<sup>f</sup></s><sub>g</sub><code>h</code></p>",
  "a mark over a link":
    '<p><a href="https://x.example/?a=1&amp;b=2" title="T &quot;t&quot;">een <strong>twee</strong></a></p>',
  "links by id": `<p><a data-entry="${ID}">Markt</a> <a data-entry="${ID}" href="#deel">deel</a> <a data-asset="${ID}">pdf</a></p>`,
  pictures: `<p><img data-asset="${ID}" alt="Het plein" width="800" height="600"> <img src="/x.png" alt=""></p>`,
  "a linked picture": `<p><a href="/x"><img src="/x.png" alt="x"></a></p>`,
  "abbreviations, citations, languages":
    '<p><abbr title="Besluit">B</abbr> <abbr>W</abbr> <cite>Zij</cite> <span lang="fr">ami</span> <span dir="rtl">x</span></p>',
  "line breaks": "<p>een<br>twee <strong>drie<br>vier</strong></p>",
  lists:
    '<ul>\n<li>a\n<ol start="3" type="a" reversed="reversed">\n<li value="7">b</li>\n</ol>\n</li>\n<li>c</li>\n</ul>',
  "a list of blocks":
    "<ul>\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n<li>\n<p>c</p>\n<table>\n<tbody>\n<tr>\n<td>d</td>\n</tr>\n</tbody>\n</table>\n</li>\n</ul>",
  "an item with a marked paragraph":
    '<ul id="l">\n<li id="i">\n<p lang="en">a</p>\n</li>\n<li>\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>',
  definitions: "<dl>\n<dt>Plein</dt>\n<dd>Square</dd>\n<dd>\n<p>a</p>\n<p>b</p>\n</dd>\n</dl>",
  "a table":
    '<table id="t">\n<caption>Tarieven <em>2026</em></caption>\n<thead>\n<tr>\n<th scope="col">Soort</th>\n<th scope="col">Prijs</th>\n</tr>\n</thead>\n' +
    '<tbody>\n<tr>\n<th scope="row" rowspan="2">Paspoort</th>\n<td>70</td>\n</tr>\n<tr id="r">\n<td></td>\n</tr>\n<tr>\n<td colspan="2">\n<p>a</p>\n<ul>\n<li>b</li>\n</ul>\n</td>\n</tr>\n</tbody>\n</table>',
  "a table of a head only": "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n</table>",
  "a ragged table":
    "<table>\n<tbody>\n<tr>\n<td>a</td>\n<td>b</td>\n</tr>\n<tr>\n<td>c</td>\n</tr>\n</tbody>\n</table>",
  "a figure": `<figure><img data-asset="${ID}" alt="Plein">\n<figcaption>Het <strong>plein</strong></figcaption>\n</figure>`,
  "figures of other things":
    '<figure id="f">\n<table>\n<tbody>\n<tr>\n<td>a</td>\n</tr>\n</tbody>\n</table>\n<figcaption id="c">x</figcaption>\n</figure>\n<figure>\n<p>Tekst</p>\n</figure>\n<figure><img src="/a.png" alt=""></figure>',
  "callouts and quotes":
    '<aside class="callout" lang="en" data-kind="warning">\n<p>Let op</p>\n</aside>\n<blockquote>\n<p>Zei <cite>zij</cite></p>\n<blockquote>\n<p>x</p>\n</blockquote>\n</blockquote>',
  details:
    '<details>\n<summary id="s">Meer</summary>\n<p>Uitleg</p>\n</details>\n<details>\n<summary>Leeg</summary>\n</details>',
  code: '<pre id="p"><code class="language-java">if (a &lt; b) {\n  x();\n}</code></pre>\n<pre><code>  x &amp; y</code></pre>',
  footnotes:
    '<p>Zo<a href="#fn:1"><sup id="fnref:1">1</sup></a></p>\n<hr id="h">\n<ol class="footnotes">\n<li id="fn:1">Noot <a href="#fnref:1">↩</a></li>\n</ol>',
  "remains of a shortcode": '<p>{{&lt; youtube id="x" &gt;}} en [caption]\u00a0&amp;amp;</p>',
};

describe("a text in normal form", () => {
  for (const [name, html] of Object.entries(samples)) {
    it(`is written as it was read: ${name}`, () => {
      const doc = read(html, schema);
      doc.check();
      expect(write(doc)).toBe(html);
      doc.descendants((node) => {
        expect(node.type.name).not.toBe("opaque");
      });
    });
  }

  it("keeps what it does not know, in its place", () => {
    const html = "<p>a</p>\n<video>b</video>\n<p>c <blink>d</blink></p>";
    const doc = read(html, schema);
    expect(doc.content.content.map((node) => node.type.name)).toEqual(["paragraph", "opaque", "opaque"]);
    expect(write(doc)).toBe(html);
  });

  it("falls apart into its elements", () => {
    expect(elementsOf("<p>a</p>\n<ul>\n<li>b</li>\n</ul>\n<hr>")).toEqual([
      "<p>a</p>",
      "<ul>\n<li>b</li>\n</ul>",
      "<hr>",
    ]);
  });
});
