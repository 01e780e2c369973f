package nl.plein.cms.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ArticleHtmlTest {

    private static final UUID ID = UUID.fromString("018f0000-0000-7000-8000-000000000001");

    private final List<String> notes = new ArrayList<>();
    private final ArticleHtml article = new ArticleHtml(
            href -> href.equals("/known") ? Optional.of(ID) : Optional.empty(),
            source -> source.equals("/known.png") ? Optional.of(ID) : Optional.empty(),
            notes);

    @Test
    void links_and_pictures_inside_the_archive_carry_ids() {
        assertThat(article.richText("<p><a href=\"/known\">a</a> <a href=\"/other\">b</a> "
                        + "<img src=\"/known.png\" alt=\"c\"></p>"))
                .contains("<a data-entry=\"" + ID + "\">a</a>", "<a href=\"/other\">b</a>")
                .contains("<img data-asset=\"" + ID + "\" alt=\"c\">");
        assertThat(notes).isEmpty();
    }

    @Test
    void a_picture_that_is_not_there_leaves_its_description() {
        assertThat(article.richText("<p>x <img src=\"/gone.png\" alt=\"A dog\"> y</p>"))
                .isEqualTo("<p>x <em>A dog</em> y</p>");
        assertThat(article.richText("<p>x <img src=\"/gone.png\"> y</p>")).doesNotContain("img");
        assertThat(notes).hasSize(2).allMatch(note -> note.contains("/gone.png is not in the archive"));
    }

    @Test
    void what_is_left_out_is_noted() {
        article.richText("<p>x</p><script>alert(1)</script><style>p{}</style>");

        assertThat(notes).containsExactly("Left out: 1 <script>.", "Left out: 1 <style>.");
    }

    @Test
    void no_word_is_lost_without_a_note() {
        assertThat(article.richText("<table><tr><td>a<div>b<form><button>c</button><select><option>d</select></form>"
                        + "</div></td></tr></table><video>e</video><object>f</object><svg><text>g</text></svg>"))
                .contains("a", "b");
        String kept = article.richText("<math><mi>x</mi></math><textarea>word</textarea>");
        assertThat(kept.contains("word") || notes.stream().anyMatch(note -> note.contains("word")))
                .isTrue();
    }
}
