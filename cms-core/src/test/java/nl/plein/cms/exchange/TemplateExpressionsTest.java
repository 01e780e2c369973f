package nl.plein.cms.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TemplateExpressionsTest {

    private final FrontMatter front = FrontMatter.of("---\nimage: /a b.png\n---\n");
    private final TemplateExpressions expressions =
            new TemplateExpressions(front, file -> file.equals("x.md") ? "/2014/03/12/x" : "/elsewhere");

    @Test
    void addresses_are_filled_in() {
        assertThat(html("[us]({{ \"/about/\" | url }})")).isEqualTo("<p><a href=\"/about/\">us</a></p>\n");
        assertThat(html("[x]({{< ref \"x.md\" >}} \"A title\")"))
                .isEqualTo("<p><a href=\"/2014/03/12/x\" title=\"A title\">x</a></p>\n");
        assertThat(html("<a href=\"{{< ref \"x.md\" >}}\">x</a>"))
                .isEqualTo("<p><a href=\"/2014/03/12/x\">x</a></p>\n");
        assertThat(html("![pic]({{site.baseurl}}/x.png)")).contains("src=\"/x.png\"");
        assertThat(html("![pic]({{ image | url }})")).contains("src=\"/a%20b.png\"");
        assertThat(expressions.notes()).isEmpty();
    }

    @Test
    void pictures_and_boxes_become_html() {
        assertThat(html("{% image \"a/b.png\" \"Say \"hi\", all\" %}"))
                .isEqualTo("<p><img src=\"/a/b.png\" alt=\"Say &quot;hi&quot;, all\"></p>\n");
        assertThat(html("{{< legacy-img src=\"1.png\" alt=\"A\" caption=\"B\" >}}**bold**"))
                .contains(
                        "<figure><img src=\"/1.png\" alt=\"A\"><figcaption>B</figcaption></figure><strong>bold</strong>");
        assertThat(html("{{< box >}}\n*in*\n{{< /box >}}")).isEqualTo("<aside>\n<p><em>in</em></p>\n</aside>\n");
        assertThat(expressions.notes()).isEmpty();
    }

    @Test
    void lists_and_parts_that_open_become_html() {
        assertThat(html("{{< checklist >}}\n\n  {{< checkbox >}}One *two*.{{< /checkbox >}}\n"
                        + "  {{< checkbox >}}Three{{< /checkbox >}}\n\n{{< /checklist >}}"))
                .contains("<ul>", "<li>One <em>two</em>.</li>", "<li>Three</li>", "</ul>");
        assertThat(html("{{< accordion kicker=\"Day 1\" title=\"Start\" >}}\nText\n{{< /accordion >}}"))
                .isEqualTo("<details><summary>Day 1 Start</summary>\n<p>Text</p>\n</details>\n");
        assertThat(html("[x]({{< link \"/a/b\" >}}) {{< asset-static file=\"s.pdf\" label=\"Slides\" >}}"))
                .isEqualTo("<p><a href=\"/a/b\">x</a> <a href=\"/s.pdf\">Slides</a></p>\n");
        assertThat(html("{{< quote-block text=\"So *it* is.\" cite=\"Ann\" >}}"))
                .contains("<blockquote><p>So <em>it</em> is.</p>\n<p>Ann</p>\n</blockquote>");
        assertThat(expressions.notes()).isEmpty();
    }

    @Test
    void what_is_not_understood_stays_in_the_text_and_is_listed() {
        assertThat(html("By {{ \"ann_b\" | team_link }} and {{ \"bob_c\" | team_link }}"))
                .isEqualTo("<p>By {{ &quot;ann_b&quot; | team_link }} and {{ &quot;bob_c&quot; | team_link }}</p>\n");
        assertThat(html("<a href=\"{{ \"x\" | magic }}\">y</a>"))
                .isEqualTo("<p><a href=\"{{ &quot;x&quot; | magic }}\">y</a></p>\n");
        assertThat(expressions.notes())
                .containsExactly(
                        "Not understood and left in the text, 2 times: {{ \"…\" | team_link }}",
                        "Not understood and left in the text: {{ \"…\" | magic }}");
    }

    @Test
    void raw_sections_are_left_alone() {
        assertThat(html("{% raw %}`{{ site.baseurl }}`{% endraw %} and {{ site.baseurl }}."))
                .isEqualTo("<p><code>{{ site.baseurl }}</code> and .</p>\n");
        assertThat(html("{{</* ref \"x.md\" */>}}")).contains("{{&lt; ref &quot;x.md&quot; &gt;}}");
    }

    @Test
    @Timeout(5)
    void lone_brackets_are_text_and_cost_little() {
        assertThat(html("a {{ b")).isEqualTo("<p>a {{ b</p>\n");
        assertThat(html("a {% b")).isEqualTo("<p>a {% b</p>\n");
        assertThat(html("{{".repeat(200_000))).startsWith("<p>{{{{");
    }

    private String html(String markdown) {
        return expressions.show(MarkdownHtml.of(expressions.hide(markdown)));
    }
}
