package nl.plein.site.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ContrastTest {
    private static final Path THEMES = Path.of("../themes");

    static Stream<String> themes() throws IOException {
        try (Stream<Path> folders = Files.list(THEMES)) {
            return folders
                    .filter(folder -> Files.exists(folder.resolve("theme.json")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("themes")
    void every_pair_of_colours_of_our_themes_can_be_told_apart_by_day_and_by_night(String name) {
        Tokens tokens = Theme.load(name, ThemeShelf.folder(THEMES)).tokens();
        assertThat(tokens.contrastPairs()).hasSizeGreaterThan(30);
        tokens.contrastPairs().keySet().forEach(pair -> {
            String[] names = pair.split(" on ");
            assertThat(Contrast.ratio(tokens, names[0], names[1], false))
                    .as(pair)
                    .isPresent();
            assertThat(Contrast.ratio(tokens, names[0], names[1], true))
                    .as(pair)
                    .isPresent();
        });
        assertThat(Contrast.findings(tokens)).isEmpty();
    }

    @Test
    void a_site_that_chooses_a_pale_colour_hears_of_it() {
        Tokens tokens = Theme.load("square", ThemeShelf.folder(THEMES))
                .tokens()
                .overriddenBy(Map.of("color.accent", Map.of("$value", "#9fc5e8")));
        assertThat(Contrast.findings(tokens))
                .contains("color.accent on color.surface has a contrast of 1.78; text needs 4.5")
                .contains("color.lead on color.surface has a contrast of 1.78; text needs 4.5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "#000000 | #ffffff | 21.0",
                "#767676 | #fff | 4.54",
                "rgb(118, 118, 118) | #ffffff | 4.54",
                "rgb(0% 0% 0%) | hsl(0 0% 100%) | 21.0",
                "hsl(120, 100%, 25%) | #ffffff | 5.17"
            })
    void the_ratio_is_that_of_wcag(String above, String below, double expected) {
        assertThat(Contrast.ratio(tokens(above, below), "color.a", "color.b", false))
                .get()
                .satisfies(ratio -> assertThat(ratio).isEqualTo(expected, within(0.01)));
    }

    @Test
    void what_shines_through_is_not_judged() {
        assertThat(Contrast.ratio(tokens("#00000080", "#ffffff"), "color.a", "color.b", false))
                .isEmpty();
    }

    private static Tokens tokens(String above, String below) {
        return Tokens.NONE.with(Map.of(
                "$extensions",
                Map.of(Contrast.EXTENSION, Map.of("text", List.of("color.a on color.b"))),
                "color",
                Map.of("$type", "color", "a", Map.of("$value", above), "b", Map.of("$value", below))));
    }
}
