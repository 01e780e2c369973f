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
            href -> switch (href) {
                case "/known" -> LinkMeaning.entry(ID, "");
                case "/known#part" -> LinkMeaning.entry(ID, "#part");
                case "/gone" -> LinkMeaning.missing("https://source.example/gone");
                default -> LinkMeaning.elsewhere(href);
            },
            source -> source.equals("/known.png") ? Optional.of(ID) : Optional.empty(),
            source -> Optional.empty(),
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
    void a_link_to_what_the_archive_lacks_leads_to_the_source_and_is_told() {
        assertThat(article.richText("<p><a href=\"/gone\">a</a> <a href=\"/known#part\">b</a></p>"))
                .contains("href=\"https://source.example/gone\"")
                .contains("data-entry=\"" + ID + "\" href=\"#part\"");
        assertThat(article.missing()).containsExactly("/gone");
    }

    @Test
    void headings_begin_below_the_title_and_never_jump() {
        assertThat(article.richText("<h1>a</h1><h4>b</h4><h4>c</h4><h3>d</h3><h2>e</h2><h5>f</h5>")
                        .replace("\n", ""))
                .isEqualTo("<h2>a</h2><h3>b</h3><h3>c</h3><h3>d</h3><h2>e</h2><h3>f</h3>");
        assertThat(article.richText("<h5>a</h5><p>x</p><h6>b</h6>").replace("\n", ""))
                .isEqualTo("<h2>a</h2><p>x</p><h3>b</h3>");
    }

    @Test
    void anchors_find_their_headings_and_dead_ones_are_told() {
        assertThat(article.richText(
                        "<p><a href=\"#q-and-a\">x</a> <a href=\"#nowhere\">y</a></p><h2>Q &amp; and A</h2>"))
                .contains("<h2 id=\"q-and-a\">", "href=\"#nowhere\"");
        assertThat(article.missing()).containsExactly("#nowhere");
    }

    @Test
    void a_heading_keeps_the_id_that_was_written_behind_it() {
        assertThat(article.richText("<h2>Prepare {#ready}</h2>")).isEqualTo("<h2 id=\"ready\">Prepare</h2>");
    }

    @Test
    void a_link_that_shows_nothing_is_named_by_its_address() {
        assertThat(article.richText("<p>x <a href=\"https://example.org/a\"></a></p>"))
                .contains(">example.org/a</a>");
        assertThat(article.richText("<p><a href=\"https://example.org/a\"><img src=\"/known.png\" alt=\"\"></a></p>"))
                .contains("alt=\"example.org/a\"");
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
