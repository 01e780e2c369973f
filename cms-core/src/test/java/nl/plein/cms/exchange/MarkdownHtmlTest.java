package nl.plein.cms.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class MarkdownHtmlTest {

    @Test
    void tables_strikethrough_and_html_are_read() {
        assertThat(MarkdownHtml.of("| a | b |\n|---|---|\n| 1 | 2 |\n")).contains("<th>a</th>", "<td>2</td>");
        assertThat(MarkdownHtml.of("~~gone~~ <u>kept</u>")).isEqualTo("<p><del>gone</del> <u>kept</u></p>\n");
    }

    @Test
    void footnotes_are_numbered_by_their_first_mention() {
        String html = MarkdownHtml.of(
                "One[^b] two[^a] one[^b] [^none].\n\n[^a]: Note *a*\n    goes on.\n[^b]: Note b\n\nEnd.");

        assertThat(html)
                .contains("One<sup id=\"fnref-1\"><a href=\"#fn-1\">1</a></sup> two<sup id=\"fnref-2\">", "[^none]")
                .contains(
                        "<ol class=\"footnotes\"><li id=\"fn-1\"><p>Note b</p>\n</li><li id=\"fn-2\"><p>Note <em>a</em>")
                .contains("<p>End.</p>");
    }

    @Test
    void footnotes_in_code_are_code() {
        assertThat(MarkdownHtml.of("```\n[^1]: x\n```\n\nText[^1]\n"))
                .contains("[^1]: x")
                .doesNotContain("<ol");
    }

    @Test
    @Timeout(5)
    void deep_nesting_ends() {
        assertThat(MarkdownHtml.of(">".repeat(20_000) + "deep")).contains("deep");
        assertThat(MarkdownHtml.of("[".repeat(20_000) + "deep")).contains("deep");
        assertThat(MarkdownHtml.of("*a **b ".repeat(5_000))).contains("a");
    }
}
