package nl.plein.site.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import nl.plein.site.kernel.Trouble;
import nl.plein.site.testkit.Samples;
import org.junit.jupiter.api.Test;

class ThemeTest {
    @Test
    void a_file_is_looked_up_in_the_theme_and_then_in_its_parents() {
        Theme child = Samples.theme("child");
        assertThat(child.chain()).containsExactly("plain", "child");
        assertThat(child.file("templates/news.card.html").orElseThrow().theme()).isEqualTo("child");
        assertThat(child.file("templates/layout.html").orElseThrow().theme()).isEqualTo("plain");
        assertThat(child.file("templates/nope.html")).isEmpty();
    }

    @Test
    void texts_are_merged_word_by_word() {
        Texts texts = Samples.theme("child").texts("nl");
        assertThat(texts.find("related")).contains("Ook interessant");
        assertThat(texts.find("home")).contains("Start");
    }

    @Test
    void the_hash_changes_with_any_file_of_the_chain() {
        String one = theme(Map.of("theme.json", "{\"name\":\"t\"}", "templates/a.html", "a"));
        String other = theme(Map.of("theme.json", "{\"name\":\"t\"}", "templates/a.html", "b"));
        String moved = theme(Map.of("theme.json", "{\"name\":\"t\"}", "templates/b.html", "a"));
        assertThat(one).isNotEqualTo(other).isNotEqualTo(moved).hasSize(64);
        assertThat(Samples.theme("child").hash())
                .isNotEqualTo(Samples.theme("plain").hash());
    }

    @Test
    void the_style_sheet_has_a_layer_for_each_theme_and_fingerprinted_files() {
        SiteTheme worn = new SiteTheme(Samples.theme("child"), Map.of("tokens", Map.of("color.accent", "#abcdef")));
        String css = new String(worn.files().get(worn.stylesheet()), StandardCharsets.UTF_8);
        assertThat(worn.stylesheet()).matches("/_plein/theme/child\\.[0-9a-f]{12}\\.css");
        assertThat(css)
                .startsWith("@layer tokens,plain,child;@layer tokens{:root{")
                .contains("--color-accent:#abcdef;")
                .contains("@layer plain{body{color: var(--color-ink)")
                .contains("@layer child{b{font-weight: 600}}")
                .containsPattern("url\\(\"assets/icons/home\\.[0-9a-f]{12}\\.svg\"\\)")
                .contains("content: \"a  b\"")
                .doesNotContain("Small on purpose");
    }

    @Test
    void settings_have_the_themes_defaults_and_the_sites_values() {
        Manifest manifest = Samples.theme("child").manifest();
        assertThat(manifest.settings(Map.of())).containsEntry("tagline", "A child");
        assertThat(manifest.settings(Map.of("tagline", "Mine", "other", "x")))
                .containsEntry("tagline", "Mine")
                .doesNotContainKey("other");
    }

    @Test
    void a_theme_that_is_not_there_is_named() {
        assertThatThrownBy(() -> Samples.theme("nobody"))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("nobody");
    }

    @Test
    void themes_are_found_on_the_class_path_too() {
        ThemeShelf shelf = ThemeShelf.classPath(ThemeTest.class.getClassLoader());
        assertThat(Theme.load("child", shelf).hash())
                .isEqualTo(Samples.theme("child").hash());
    }

    private static String theme(Map<String, String> texts) {
        Map<String, byte[]> files = new java.util.TreeMap<>();
        texts.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return Theme.load("t", name -> Optional.of(files)).hash();
    }
}
