package nl.plein.cms.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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

    @Test
    @Timeout(5)
    void little_does_not_become_much() {
        for (String small : List.of(
                "|a".repeat(2_000) + "|\n" + "|-".repeat(2_000) + "|\n" + "|\n".repeat(100_000),
                "[a]: /" + "x".repeat(50_000) + "\n\n" + "[a] ".repeat(1_000),
                "[^a] ".repeat(20_000) + "\n\n[^a]: x")) {
            assertThatThrownBy(() -> MarkdownHtml.of(small)).isInstanceOf(Archive.Unreadable.class);
        }
    }

    @Test
    void a_table_of_a_real_page_is_a_table() {
        assertThat(MarkdownHtml.of("| a | b |\n|---|---|\n" + "| 1 | 2 |\n".repeat(30_000)))
                .contains("<table>", "<td>2</td>");
    }

    @Test
    void a_text_with_more_marks_than_any_person_sets_is_refused() {
        assertThat(MarkdownHtml.of("*a* ".repeat(50_000))).startsWith("<p><em>a</em>");
        assertThatThrownBy(() -> MarkdownHtml.of("*a* ".repeat(50_001)))
                .hasMessage("Its text has more than 100000 marks of emphasis, links or code.");
    }
}
