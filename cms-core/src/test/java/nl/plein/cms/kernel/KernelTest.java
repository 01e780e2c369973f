package nl.plein.cms.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nl.plein.cms.testkit.Corpus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Nieuwe markt op het Plein!|nieuwe-markt-op-het-plein",
                "  Één café, twee ruïnes |een-cafe-twee-ruines",
                "Straße & Smørrebrød|strasse-smorrebrod",
                "What’s new?|whats-new",
                "a--b__c|a-b-c"
            })
    void a_slug_keeps_what_can_be_read(String text, String slug) {
        assertThat(Slug.of(text)).isEqualTo(slug);
        assertThat(Slug.isSlug(slug)).isTrue();
    }

    @Test
    void a_text_without_letters_still_has_a_slug() {
        assertThat(Slug.of("日本語")).matches("x[0-9a-f]{8}");
        assertThat(Slug.of("")).isNotEmpty();
    }

    @Test
    void a_long_title_is_cut_at_a_word() {
        String slug = Slug.of("lang ".repeat(50));

        assertThat(slug).hasSizeLessThanOrEqualTo(100).endsWith("lang");
        assertThat(Slug.isSlug(slug)).isTrue();
    }

    @Test
    void wider_audiences_cover_narrower_ones_and_groups_stand_beside() {
        assertThat(Audience.EVERYONE.covers(Audience.AGENCY)).isTrue();
        assertThat(Audience.AGENCY.covers(Audience.GOVERNMENT)).isFalse();
        assertThat(Audience.group("bouw").covers(Audience.group("zorg"))).isFalse();
        assertThat(Audience.group("bouw").covers(Audience.AGENCY)).isFalse();
        assertThatThrownBy(() -> Audience.of("admins")).isInstanceOf(Invalid.class);
    }

    @Test
    void json_with_double_keys_trailing_text_or_great_depth_is_refused() {
        for (String bad : List.of(
                "{\"a\":1,\"a\":2}", "{} {}", "[".repeat(100_000), "", "{\"a\":}", "NaN", "1" + "0".repeat(200))) {
            assertThatThrownBy(() -> Json.parse(bad))
                    .isInstanceOf(Invalid.class)
                    .extracting(e -> ((Invalid) e).code())
                    .isEqualTo("malformed-json");
        }
    }

    @Test
    void the_json_suite_is_answered_as_it_demands() throws IOException {
        Path suite = Corpus.folder("json-parsing-suite/test_parsing");
        try (Stream<Path> files = Files.list(suite)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith("n_")) {
                    assertThat(accepts(file)).as(name).isFalse();
                } else if (name.startsWith("y_") && !name.contains("duplicated_key")) {
                    assertThat(accepts(file)).as(name).isTrue();
                }
            }
        }
    }

    @Test
    void equal_values_have_one_canonical_text() {
        assertThat(Json.canonical(Json.parse("{\"b\":[1,{\"d\":1,\"c\":2}],\"a\":null}")))
                .isEqualTo(Json.canonical(Json.parse("{ \"a\": null, \"b\": [1, {\"c\":2, \"d\":1}] }")));
    }

    private static boolean accepts(Path file) throws IOException {
        try {
            Json.parse(Files.readAllBytes(file));
            return true;
        } catch (Invalid refused) {
            return false;
        }
    }
}
