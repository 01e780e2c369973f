package nl.plein.api.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ExpositionTest {

    @Test
    void a_family_has_help_type_and_samples() {
        var text = new Exposition()
                .family("plein_jobs", "gauge", "Jobs.")
                .sample("plein_jobs", Map.of("state", "failed", "kind", "import"), 2)
                .sample("plein_load", 0.25);

        assertThat(text)
                .hasToString("# HELP plein_jobs Jobs.\n# TYPE plein_jobs gauge\n"
                        + "plein_jobs{kind=\"import\",state=\"failed\"} 2\nplein_load 0.25\n");
    }

    @Test
    void a_label_cannot_break_out_of_its_quotes() {
        assertThat(new Exposition().sample("x", Map.of("l", "a\"b\\c\nd"), 1))
                .hasToString("x{l=\"a\\\"b\\\\c\\nd\"} 1\n");
    }
}
