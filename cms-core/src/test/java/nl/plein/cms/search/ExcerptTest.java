package nl.plein.cms.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExcerptTest {

    @TempDir
    static Path folder;

    private final PublicationIndex index = new PublicationIndex();

    @BeforeAll
    void open() {
        index.settings = name -> name.equals("plein.data") ? Optional.of(folder.toString()) : Optional.empty();
    }

    @AfterAll
    void close() {
        index.stop();
    }

    @Test
    void what_matched_is_marked_in_any_form_and_everything_else_is_escaped() {
        List<String> excerpts = excerpts(
                "cafe brief", "Er komen brieven over de bomen. Ook over caf\u00e9s <b>niet</b> & zo. Verder niets.");

        assertThat(excerpts)
                .containsExactly(
                        "Er komen <mark>brieven</mark> over de bomen.",
                        "Ook over <mark>caf\u00e9s</mark> &lt;b&gt;niet&lt;/b&gt; &amp; zo.");
    }

    @Test
    void a_title_is_marked_whole() {
        AnalysedText title = analysed("De raadsleden van nu");

        assertThat(title.marked(matching(title, "raadslid"))).isEqualTo("De <mark>raadsleden</mark> van nu");
    }

    @Test
    void beginnings_are_marked_and_words_that_must_be_absent_are_not() {
        assertThat(excerpts("dorps* -boom", "De Dorpsstraat heeft een boom."))
                .containsExactly("De <mark>Dorpsstraat</mark> heeft een boom.");
    }

    @Test
    void the_sentences_with_most_different_words_are_shown_in_the_order_of_the_text() {
        String text = "Een huis. Een huis, een boom. Nog een huis. Weer een huis. Een boom bij een weg bij een huis.";

        assertThat(excerpts("huis boom weg", text))
                .containsExactly(
                        "Een <mark>huis</mark>.",
                        "Een <mark>huis</mark>, een <mark>boom</mark>.",
                        "Een <mark>boom</mark> bij een <mark>weg</mark> bij een <mark>huis</mark>.");
    }

    @Test
    void a_long_sentence_is_cut_between_words_around_the_first_match() {
        String text =
                "woord ".repeat(100) + "vergunning " + "woord ".repeat(100).strip();

        assertThat(excerpts("vergunning", text)).singleElement().satisfies(one -> {
            assertThat(one).startsWith("… woord ").endsWith(" woord …").contains(" <mark>vergunning</mark> ");
            assertThat(one.length()).isLessThan(280);
        });
    }

    @Test
    void a_word_without_spaces_that_is_longer_than_an_excerpt_is_cut() {
        assertThat(excerpts("vergunning", "x".repeat(500) + " vergunning " + "y".repeat(500)))
                .singleElement()
                .satisfies(one -> assertThat(one).contains("<mark>vergunning</mark>"));
    }

    private List<String> excerpts(String words, String text) {
        AnalysedText analysed = analysed(text);
        return analysed.excerpts(matching(analysed, words), 3);
    }

    private BitSet matching(AnalysedText text, String words) {
        SearchedWords searched = SearchedWords.of(words);
        return text.matching(index.words(Language.DUTCH, searched.whole()).hashes(), searched.starts());
    }

    private AnalysedText analysed(String text) {
        return new AnalysedText(text, index.words(Language.DUTCH, text), Locale.forLanguageTag("nl"));
    }
}
