package nl.plein.site.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.plein.site.kernel.Trouble;
import nl.plein.site.testkit.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {
    @Test
    void tokens_become_custom_properties() {
        String css = Samples.theme("plain").tokens().css();
        assertThat(css)
                .contains("--color-accent:#005ea5;")
                .contains("--color-link:var(--color-accent);")
                .contains("--space-small:4px;")
                .contains("--space-fluid:clamp(1rem, 2vw + 1rem, 3rem);")
                .contains("--font-body:\"Noto Sans\", sans-serif;")
                .contains("@media (prefers-color-scheme:dark){:root{--color-ink:#f0f0f0;}}");
    }

    @Test
    void a_site_may_give_its_own_values_flat_or_as_a_tree() {
        Tokens tokens = Samples.theme("plain").tokens();
        assertThat(tokens.overriddenBy(Map.of("color.accent", "#aa3300")).css()).contains("--color-accent:#aa3300;");
        assertThat(tokens.overriddenBy(Map.of("color", Map.of("accent", Map.of("$value", "#bb4400"))))
                        .css())
                .contains("--color-accent:#bb4400;");
    }

    @Test
    void a_token_that_the_theme_does_not_have_is_refused() {
        Tokens tokens = Samples.theme("plain").tokens();
        assertThatThrownBy(() -> tokens.overriddenBy(Map.of("color.nope", "#fff")))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("color.nope")
                .hasMessageContaining("color.accent");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "color|red;}body{display:none",
                "color|#fff}",
                "color|url(https://evil.example/x)",
                "color|expression(alert(1))",
                "color|#ff",
                "dimension|4px;color:red",
                "dimension|calc(1px}",
                "dimension|calc(url(x))",
                "dimension|min(1px, var(--x))",
                "dimension|4",
                "fontFamily|a;}b",
                "fontFamily|@import",
                "fontWeight|url(x)",
                "duration|1s;x",
                "number|1;",
                "ratio|3/2}",
                "cubicBezier|0 0 1 1",
                "nonsense|x"
            })
    void a_value_that_its_type_does_not_allow_is_refused(String type, String value) {
        Map<String, Object> token = new HashMap<>(Map.of("$type", type, "$value", value));
        assertThatThrownBy(() -> Tokens.NONE.with(Map.of("t", token)).css())
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("'t'");
    }

    @Test
    void an_alias_can_not_smuggle() {
        Map<String, Object> token = Map.of("$type", "color", "$value", "{a};b:c");
        assertThatThrownBy(() -> Tokens.NONE.with(Map.of("t", token)).css()).isInstanceOf(Trouble.class);
    }

    @Test
    void a_shadow_is_put_together_from_its_parts() {
        Map<String, Object> shadow =
                Map.of("color", "#000", "offsetX", "0", "offsetY", "1px", "blur", "2px", "spread", "0");
        Map<String, Object> token = Map.of("$type", "shadow", "$value", List.of(shadow, shadow));
        assertThat(Tokens.NONE.with(Map.of("s", token)).css()).contains("--s:0 1px 2px 0 #000, 0 1px 2px 0 #000;");
    }
}
