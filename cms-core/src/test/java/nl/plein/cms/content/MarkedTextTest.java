package nl.plein.cms.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Whoever leaves out what went reads the new text; whoever leaves out what came reads the old one. */
class MarkedTextTest {

    @Test
    void words_that_changed_are_marked_in_their_sentence() {
        assertThat(MarkedText.between("De brug is drie weken dicht.", "De brug is vier weken dicht."))
                .isEqualTo("De brug is <del>drie</del><ins>vier</ins> weken dicht.");
        assertThat(MarkedText.between("a < b", "a > b")).isEqualTo("a <del>&lt;</del><ins>&gt;</ins> b");
    }

    @Test
    void a_changed_paragraph_keeps_its_links_and_its_neighbours() {
        assertThat(
                        marked(
                                "<p>Eerst.</p><p>Zie <a href=\"https://a.example/\">de oude kaart</a> van de wijk.</p>",
                                "<p>Eerst.</p><p>Zie <a href=\"https://a.example/\">de nieuwe kaart</a> van de wijk.</p><p>Slot.</p>"))
                .isEqualTo(
                        "<p>Eerst.</p>\n<p>Zie <a href=\"https://a.example/\">de </a><del><a href=\"https://a.example/\">oude</a></del>"
                                + "<ins><a href=\"https://a.example/\">nieuwe</a></ins><a href=\"https://a.example/\"> kaart</a> van de wijk.</p>"
                                + "<ins>\n<p>Slot.</p></ins>");
    }

    @Test
    void items_and_rows_are_marked_inside_so_that_lists_and_tables_stay_whole() {
        String list = marked("<ul><li>een</li><li>twee</li></ul>", "<ul><li>een</li><li>twee</li><li>drie</li></ul>");
        assertThat(list).contains("<li><ins>drie</ins></li>").doesNotContain("<ins><li>");

        String table = marked(
                "<table><tbody><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></tbody></table>",
                "<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>");
        assertThat(table).contains("<td><del>c</del></td>").doesNotContain("<del><t");
    }

    @Property(tries = 1_000)
    void both_texts_can_be_read_from_the_marked_one(@ForAll("texts") String before, @ForAll("texts") String after) {
        String from = RichText.normalise(before);
        String to = RichText.normalise(after);

        String marked = MarkedRichText.between(from, to);

        assertThat(without(marked, "ins")).isEqualTo(words(from));
        assertThat(without(marked, "del")).isEqualTo(words(to));
    }

    @Property(tries = 1_000)
    void both_plain_texts_can_be_read_from_the_marked_one(@ForAll String before, @ForAll String after) {
        String marked = MarkedText.between(before, after);

        assertThat(unescaped(marked.replaceAll("(?s)<ins>.*?</ins>", ""))).isEqualTo(before);
        assertThat(unescaped(marked.replaceAll("(?s)<del>.*?</del>", ""))).isEqualTo(after);
    }

    @Provide
    Arbitrary<String> texts() {
        return blocks().list().ofMaxSize(5).map(blocks -> String.join("", blocks));
    }

    private static Arbitrary<String> blocks() {
        Arbitrary<String> run = Combinators.combine(
                        Arbitraries.of(
                                "%s", "<strong>%s</strong>", "<em>%s</em>", "<a href=\"https://a.example/\">%s</a>"),
                        Arbitraries.of("brug", "weg", "dicht", "open", "de", "een")
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(4))
                .as((mark, words) -> mark.formatted(String.join(" ", words)));
        Arbitrary<String> line = run.list().ofMinSize(1).ofMaxSize(3).map(runs -> String.join(" ", runs));
        Arbitrary<List<String>> lines = line.list().ofMinSize(1).ofMaxSize(3);
        return Arbitraries.oneOf(
                line.map(text -> "<p>" + text + "</p>"),
                line.map(text -> "<h2>" + text + "</h2>"),
                lines.map(items -> "<ul><li>" + String.join("</li><li>", items) + "</li></ul>"),
                lines.map(cells ->
                        "<table><tbody><tr><td>" + String.join("</td><td>", cells) + "</td></tr></tbody></table>"),
                line.map(text -> "<blockquote><p>" + text + "</p></blockquote>"));
    }

    private static String marked(String before, String after) {
        return MarkedRichText.between(RichText.normalise(before), RichText.normalise(after));
    }

    private static String without(String html, String mark) {
        Document document = Jsoup.parseBodyFragment(html);
        document.select(mark).remove();
        return document.text().replaceAll("\\s+", " ").strip();
    }

    private static String words(String html) {
        return Jsoup.parseBodyFragment(html).text().replaceAll("\\s+", " ").strip();
    }

    private static String unescaped(String marked) {
        return marked.replaceAll("</?(ins|del)>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
