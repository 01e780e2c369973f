import { getSchema } from "@tiptap/core";
import { describe, expect, it } from "vitest";
import { normalForm } from "../schema/schema";
import { write } from "../write";
import { readForeign } from "./readForeign";

const schema = getSchema(normalForm);

function pasted(html: string): string {
  const dom = document.createElement("div");
  dom.innerHTML = html;
  return write(schema.node("doc", null, readForeign(dom, schema)));
}

const item = (level: number, marker: string, words: string) =>
  `<p class=MsoListParagraphCxSpMiddle style='margin-left:${level * 36}pt;mso-add-space:auto;text-indent:-18.0pt;mso-list:l0 level${level} lfo1'>` +
  `<![if !supportLists]><span lang=NL style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>${marker}` +
  `<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span lang=NL>${words}<o:p></o:p></span></p>`;

describe("what is pasted from Word", () => {
  it("has its lists as lists, in their levels", () => {
    expect(pasted(item(1, "·", "Een") + item(2, "o", "Twee") + item(2, "o", "Drie") + item(1, "·", "Vier"))).toBe(
      "<ul>\n<li>Een\n<ul>\n<li>Twee</li>\n<li>Drie</li>\n</ul>\n</li>\n<li>Vier</li>\n</ul>",
    );
    expect(
      pasted(`<p class=MsoNormal>Voor</p>${item(1, "1.", "Een")}${item(1, "2.", "Twee")}<p class=MsoNormal>Na</p>`),
    ).toBe("<p>Voor</p>\n<ol>\n<li>Een</li>\n<li>Twee</li>\n</ol>\n<p>Na</p>");
  });

  it("has no looks, no empty paragraphs and no anchors of a table of contents", () => {
    const html =
      "<p class=MsoNormal style='margin-bottom:0cm;color:red'><b style='mso-bidi-font-weight:normal'><span style='font-size:14.0pt'>Let op<o:p></o:p></span></b></p>" +
      '<p class=MsoNormal><o:p>&nbsp;</o:p></p><h1><a name="_Toc1">Kop</a></h1>' +
      '<p class=MsoNormal>Zie <a href="#_Toc1">boven</a> en <a href="file:///C:/x.docx">dit</a></p>';
    expect(pasted(html)).toBe("<p><strong>Let op</strong></p>\n<h2>Kop</h2>\n<p>Zie boven en dit</p>");
  });

  it("has its tables", () => {
    const html =
      "<table class=MsoTableGrid border=1><tr><td width=100 style='border:solid'><p class=MsoNormal><b>A</b><o:p></o:p></p></td>" +
      "<td><p class=MsoNormal><o:p>&nbsp;</o:p></p></td></tr></table>";
    expect(pasted(html)).toBe(
      "<table>\n<tbody>\n<tr>\n<td><strong>A</strong></td>\n<td></td>\n</tr>\n</tbody>\n</table>",
    );
  });
});

describe("what is pasted from elsewhere", () => {
  it("keeps its meaning", () => {
    expect(
      pasted(
        '<b style="font-weight:normal" id="docs-internal-guid-1"><p><span style="font-weight:700">Vet</span> <a href="https://x.example">x</a></p></b>' +
          '<div>los<br><br>nog</div><figure><img src="https://x.example/a.png" alt="Foto"><figcaption>Bij</figcaption></figure>',
      ),
    ).toBe(
      '<p><strong>Vet</strong> <a href="https://x.example">x</a></p>\n<p>los</p>\n<p>nog</p>\n' +
        '<figure>\n<p><a href="https://x.example/a.png">Foto</a></p>\n<figcaption>Bij</figcaption>\n</figure>',
    );
  });

  it("runs nothing and leads nowhere strange", () => {
    expect(
      pasted(
        '<p onclick="x()">a<script>alert(1)</script><a href="javascript:alert(1)">b</a><img src=x onerror=alert(1)></p><style>p{}</style>',
      ),
    ).toBe("<p>ab</p>");
  });
});
