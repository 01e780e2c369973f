package nl.plein.cms.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.plein.cms.model.FieldKind;
import nl.plein.cms.testkit.Corpus;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;

/** Gates over pages that real agencies published: how much they say, so that nobody learns to ignore them. */
class GatesOverCorpusTest {

    private static final int MOST = 400;
    private static final List<org.commonmark.Extension> TABLES = List.of(TablesExtension.create());
    private static final Parser MARKDOWN = Parser.builder().extensions(TABLES).build();
    private static final HtmlRenderer HTML =
            HtmlRenderer.builder().extensions(TABLES).build();

    @Test
    void published_pages_have_few_findings_that_are_secret_numbers() throws IOException {
        Map<String, Integer> dutch = count("dutch-docs", "nl");
        Map<String, Integer> english = count("digital-gov/content/news", "en");

        System.out.println("gates over dutch-docs: " + dutch);
        System.out.println("gates over digital-gov: " + english);
        assertThat(english.get("pages")).isGreaterThan(100);
        assertThat(rate(dutch, "citizen-service-number")).isLessThan(0.02);
        assertThat(rate(english, "citizen-service-number")).isLessThan(0.02);
        assertThat(rate(english, "account-number")).isZero();
        assertThat(rate(dutch, "mail-address")).isLessThan(0.03);
        assertThat(rate(english, "mail-address")).isLessThan(0.03);
    }

    private static double rate(Map<String, Integer> counted, String code) {
        return counted.getOrDefault(code, 0) / (double) counted.get("pages");
    }

    private static Map<String, Integer> count(String corpus, String locale) throws IOException {
        Map<String, Integer> counted = new TreeMap<>(Map.of("pages", 0));
        try (Stream<Path> files = Files.walk(Corpus.folder(corpus))) {
            files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .limit(MOST)
                    .forEach(file -> {
                        counted.merge("pages", 1, Integer::sum);
                        Texts text = Texts.of("/body", FieldKind.RICH_TEXT, html(file));
                        Stream.of(
                                        PersonalData.in(text),
                                        Accessibility.in(text),
                                        PlainLanguage.in(List.of(text), locale, WordList.EMPTY))
                                .flatMap(List::stream)
                                .forEach(reason -> counted.merge(reason.code(), 1, Integer::sum));
                    });
        }
        return counted;
    }

    private static String html(Path file) {
        try {
            String words = Files.readString(file).replaceFirst("(?s)^---\\n.*?\\n---\\n", "");
            return HTML.render(MARKDOWN.parse(words));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
