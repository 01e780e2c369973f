package nl.plein.cms.content;

import static nl.plein.cms.content.RichText.normalise;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RichTextTest {

    private static final String ID = "018f3c1e-7a3b-7c4d-8e5f-0123456789ab";

    @Test
    void loose_words_become_a_paragraph() {
        assertThat(normalise("Welkom op het plein")).isEqualTo("<p>Welkom op het plein</p>");
    }

    @Test
    void nothing_visible_is_nothing() {
        assertThat(normalise("<p>&nbsp;</p><div> <b></b></div><h2></h2><ul><li></li></ul><!-- x -->"))
                .isEmpty();
    }

    @Test
    void looks_are_unwrapped_and_meaning_is_kept() {
        assertThat(normalise("<div><font color=red><center>Let <b>op</b>: <i>nieuw</i></center></font></div>"))
                .isEqualTo("<p>Let <strong>op</strong>: <em>nieuw</em></p>");
    }

    @Test
    void bold_italic_and_italic_bold_are_the_same_text() {
        assertThat(normalise("<p><i><b>a</b></i><b><i>b</i></b></p>")).isEqualTo("<p><strong><em>ab</em></strong></p>");
    }

    @Test
    void the_title_of_the_page_is_not_a_heading_of_the_text() {
        assertThat(normalise("<h1>Een</h1><h3 id='twee'>Twee</h3>"))
                .isEqualTo("<h2>Een</h2>\n<h3 id=\"twee\">Twee</h3>");
    }

    @Test
    void a_nested_list_stays_in_its_item() {
        assertThat(normalise("<ul><li><p>a</p><ol start=3><li>b</ol><li>c"))
                .isEqualTo("<ul>\n<li>a\n<ol start=\"3\">\n<li>b</li>\n</ol>\n</li>\n<li>c</li>\n</ul>");
    }

    @Test
    void a_table_keeps_caption_head_scope_and_spans() {
        assertThat(normalise("<table border=1><caption>Tarieven</caption><thead><tr><th scope=col>Soort</thead>"
                        + "<tr><td colspan=2 style='x'><p>Paspoort</p>"))
                .isEqualTo("<table>\n<caption>Tarieven</caption>\n<thead>\n<tr>\n<th scope=\"col\">Soort</th>\n</tr>\n"
                        + "</thead>\n<tbody>\n<tr>\n<td colspan=\"2\">Paspoort</td>\n</tr>\n</tbody>\n</table>");
    }

    @Test
    void links_to_entries_and_images_of_assets_carry_ids_only() {
        assertThat(normalise("<p><a data-entry='" + ID.toUpperCase(java.util.Locale.ROOT)
                        + "' href='/oud'>Markt</a> <img data-asset=" + ID
                        + " src=/x.jpg alt='Het plein' width=800></p>"))
                .isEqualTo("<p><a data-entry=\"" + ID + "\">Markt</a> <img data-asset=\"" + ID
                        + "\" alt=\"Het plein\" width=\"800\"></p>");
    }

    @Test
    void what_a_text_points_at_is_found() {
        assertThat(RichText.references(
                        "<p><a data-entry=\"" + ID + "\">x</a><img data-asset=\"" + ID + "\" alt=\"\"></p>"))
                .containsExactly(
                        new RichText.Reference(RichText.Kind.ENTRY, UUID.fromString(ID)),
                        new RichText.Reference(RichText.Kind.ASSET, UUID.fromString(ID)));
    }

    @Test
    void an_embedded_page_becomes_a_link_to_its_source() {
        assertThat(normalise("<p>Kijk <iframe src='https://video.example/1' title='De film'></iframe></p>"))
                .isEqualTo("<p>Kijk</p>\n<p><a href=\"https://video.example/1\">De film</a></p>");
    }

    @Test
    void a_figure_has_its_caption_last() {
        assertThat(normalise(
                        "<figure><figcaption>Het <b>plein</b></figcaption><img src='/a.png' alt='Plein'></figure>"))
                .isEqualTo(
                        "<figure><img src=\"/a.png\" alt=\"Plein\">\n<figcaption>Het <strong>plein</strong></figcaption>\n</figure>");
    }

    @Test
    void callouts_quotes_details_and_definitions_are_kept() {
        assertThat(
                        normalise(
                                "<aside class=callout data-kind=warning>Let op</aside><blockquote>Zei <cite>zij</cite></blockquote>"
                                        + "<details open><summary>Meer</summary>Uitleg</details><dl><div><dt>Plein<dd>Square</div></dl>"))
                .isEqualTo("<aside class=\"callout\" data-kind=\"warning\">\n<p>Let op</p>\n</aside>\n"
                        + "<blockquote>\n<p>Zei <cite>zij</cite></p>\n</blockquote>\n"
                        + "<details>\n<summary>Meer</summary>\n<p>Uitleg</p>\n</details>\n"
                        + "<dl>\n<dt>Plein</dt>\n<dd>Square</dd>\n</dl>");
    }

    @Test
    void code_keeps_its_lines_and_its_language() {
        assertThat(
                        normalise(
                                "<div class='highlight language-java'><pre><code>\nif (a < b) {\n  <span class=k>x</span>();\n}\n</code></pre></div>"))
                .isEqualTo("<pre><code class=\"language-java\">if (a &lt; b) {\n  x();\n}</code></pre>");
    }

    @Test
    void footnotes_keep_their_two_way_links() {
        assertThat(normalise("<p>Zo<sup><a href='#fn:1' id='fnref:1'>1</a></sup></p><div class=footnotes><hr><ol>"
                        + "<li id='fn:1'><p>Noot <a href='#fnref:1'>↩</a></p></li></ol></div>"))
                .isEqualTo("<p>Zo<a href=\"#fn:1\"><sup id=\"fnref:1\">1</sup></a></p>\n<hr>\n"
                        + "<ol class=\"footnotes\">\n<li id=\"fn:1\">Noot <a href=\"#fnref:1\">↩</a></li>\n</ol>");
    }

    @Test
    void the_language_of_a_box_goes_to_its_paragraphs() {
        assertThat(normalise("<div lang=en>Hello<p>there <span lang=fr>ami</span></div>"))
                .isEqualTo("<p lang=\"en\">Hello</p>\n<p lang=\"en\">there <span lang=\"fr\">ami</span></p>");
    }

    @Test
    void only_three_characters_are_escaped() {
        assertThat(normalise("<p>&eacute;&nbsp;&copy; \"'@={{x}} &amp; &lt;b&gt; &#128512;</p>"))
                .isEqualTo("<p>é\u00a0© \"'@={{x}} &amp; &lt;b&gt; 😀</p>");
    }

    @Test
    void an_id_that_scripts_look_for_gets_a_prefix_and_its_links_follow() {
        assertThat(normalise("<h2 id=cookie>Cookies</h2><p><a href=#cookie>zie</a></p><h2 id=cookie>Weer</h2>"))
                .isEqualTo("<h2 id=\"s-cookie\">Cookies</h2>\n<p><a href=\"#s-cookie\">zie</a></p>\n<h2>Weer</h2>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                " java\tscript:alert(1)",
                "\u0001javascript:alert(1)",
                "data:text/html,x",
                "vbscript:x",
                "file:///etc/passwd",
                "http:x",
                "#",
                "",
                "blob:x",
                "ja\nva\rscript&colon;x:"
            })
    void a_link_to_anything_but_a_page_a_mailbox_or_a_telephone_is_its_words(String address) {
        assertThat(normalise("<a href=\"" + address + "\">klik</a>")).isEqualTo("<p>klik</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.nl/a_(b)?c=d&e#f",
                "mailto:a@b.nl?subject=x",
                "tel:+31201234567",
                "/nieuws/",
                "../x.html",
                "#kop",
                "?q=1",
                "x/y:z",
                "https://nl.wikipedia.org/wiki/Café"
            })
    void a_good_address_is_kept_as_it_is(String address) {
        assertThat(normalise("<a href=\"" + address + "\">klik</a>"))
                .isEqualTo("<p><a href=\"" + address.replace("&", "&amp;") + "\">klik</a></p>");
    }

    @Test
    void the_text_has_a_line_for_each_block() {
        assertThat(RichText.text(normalise("<h2>Kop</h2><ul><li>een <b>twee</b></li><li>drie</li></ul>vier<br>vijf")))
                .isEqualTo("Kop\neen twee\ndrie\nvier\nvijf");
    }

    @Test
    void deeply_nested_tags_are_read_in_seconds() {
        for (String tag : new String[] {"<div>", "<a href=x>", "<table><td>", "<ul><li>", "<b><p>", "<svg><math>"}) {
            long start = System.nanoTime();
            normalise(tag.repeat(200_000 / tag.length()));
            assertThat(System.nanoTime() - start).as(tag).isLessThan(20_000_000_000L);
        }
    }
}
