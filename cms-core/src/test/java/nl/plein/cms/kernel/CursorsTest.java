package nl.plein.cms.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import nl.plein.cms.testkit.OnDatabase;
import nl.plein.cms.testkit.Plein;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnDatabase
class CursorsTest {

    @Parameter
    Plein plein;

    @Test
    void a_cursor_comes_back_as_it_was_signed() {
        Map<String, String> position = Map.of("version", "42", "after", "/nieuws/é");

        assertThat(cursors().open(cursors().sign(position))).isEqualTo(position);
    }

    @Test
    void a_cursor_that_was_touched_is_refused() {
        String cursor = cursors().sign(Map.of("version", "42"));

        for (String touched :
                new String[] {"x" + cursor, cursor + "x", cursor.replace('.', '_'), "", ".", "a.b", "é.ü"}) {
            assertThatThrownBy(() -> cursors().open(touched))
                    .isInstanceOf(Invalid.class)
                    .extracting(e -> ((Invalid) e).code())
                    .isEqualTo("bad-cursor");
        }
    }

    @Test
    void a_cursor_lives_fifteen_minutes() {
        String cursor = cursors().sign(Map.of("version", "42"));

        plein.clock().advance(Duration.ofMinutes(14));
        assertThat(cursors().open(cursor)).containsEntry("version", "42");
        plein.clock().advance(Duration.ofMinutes(2));
        assertThatThrownBy(() -> cursors().open(cursor)).hasMessageContaining("15 minutes");
    }

    private Cursors cursors() {
        return plein.get(Cursors.class);
    }
}
