package nl.plein.cms.content;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RichTextPropertyTest {

    private static final String[] PIECES = {
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<div lang=en>",
        "<b>",
        "</b>",
        "<i>",
        "</i>",
        "<a href='/x'>",
        "<a href=#y id=z>",
        "</a>",
        "<a data-entry='018f3c1e-7a3b-7c4d-8e5f-0123456789ab'>",
        "<ul>",
        "</ul>",
        "<ol start=4 type=a>",
        "</ol>",
        "<li>",
        "</li>",
        "<li value=3>",
        "<table>",
        "</table>",
        "<tr>",
        "<td>",
        "</td>",
        "<th scope=row>",
        "<caption>",
        "<tfoot>",
        "<thead>",
        "<dl>",
        "</dl>",
        "<dt>",
        "<dd>",
        "<figure>",
        "</figure>",
        "<figcaption>",
        "</figcaption>",
        "<img src=a.png alt=b>",
        "<img src='javascript:1' alt=c>",
        "<blockquote>",
        "</blockquote>",
        "<cite>",
        "</cite>",
        "<pre>",
        "</pre>",
        "<code class=language-x>",
        "</code>",
        "<details>",
        "</details>",
        "<summary>",
        "</summary>",
        "<abbr title='een & \"twee\"'>",
        "</abbr>",
        "<sup id=q>",
        "</sup>",
        "<sub>",
        "<s>",
        "<br>",
        "<hr>",
        "<h1>",
        "<h2 id=k>",
        "</h2>",
        "<aside class=callout data-kind=x>",
        "</aside>",
        "<iframe src=https://x.nl/y></iframe>",
        "<span lang=fr>",
        "</span>",
        "<svg>",
        "</svg>",
        "<math>",
        "<mtext>",
        "<style>",
        "</style>",
        "<textarea>",
        "</textarea>",
        "<title>",
        "<select>",
        "<option>",
        "<button>",
        "<form>",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<script>",
        "</script>",
        "<template>",
        "<noscript>",
        "<q>",
        "</q>",
        "<section class=footnotes>",
        "<object data=x>",
        "<font>",
        "<p align=center id=k>",
        " ",
        "\n",
        "&nbsp;",
        "&lt;",
        "&amp;",
        "{{x}}",
        "woord",
        "twee woorden",
        "\u200b",
        "é",
        "😀",
        "<bdo dir=rtl>",
        "<ruby>",
        "<rt>"
    };

    @Property(tries = 1000)
    void the_normal_form_of_a_normal_form_is_itself(@ForAll("soup") String html) {
        String normal = RichText.normalise(html);
        assertThat(RichText.normalise(normal)).isEqualTo(normal);
    }

    @Property(tries = 1000)
    void any_characters_have_a_normal_form(@ForAll String text) {
        String normal = RichText.normalise(text);
        assertThat(RichText.normalise(normal)).isEqualTo(normal);
        assertThat(RichTextStrictness.whatCouldRun(normal)).isEmpty();
    }

    @Property(tries = 500)
    void nothing_that_could_run_survives(@ForAll("soup") String html) {
        assertThat(RichTextStrictness.whatCouldRun(RichText.normalise(html))).isEmpty();
    }

    @Property(tries = 1000)
    void plain_words_survive_as_they_are(@ForAll("words") String words) {
        assertThat(RichText.text(RichText.normalise("<p>" + RichTextWriter.escape(words) + "</p>")))
                .isEqualTo(words);
    }

    @Provide
    Arbitrary<String> soup() {
        return Arbitraries.of(PIECES).list().ofMinSize(1).ofMaxSize(25).map(list -> String.join("", list));
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars('<', '>', '&', '"', '\'', 'é', '{', '}', '@', '=', 'ß')
                .ofMinLength(1)
                .ofMaxLength(9)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(list -> String.join(" ", list));
    }
}
