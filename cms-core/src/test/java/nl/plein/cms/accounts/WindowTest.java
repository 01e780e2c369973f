package nl.plein.cms.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nl.plein.cms.testkit.TestClock;
import org.junit.jupiter.api.Test;

class WindowTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MOST = 10;

    private final TestClock clock = new TestClock();
    private final Window window = new Window(clock, MINUTE, MOST);

    /** A window that begins at a mark would let twenty pass within two seconds around it. */
    @Test
    void no_minute_has_more_than_ten_wherever_it_begins() {
        var random = new Random(20261129);
        List<Long> passed = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            clock.advance(Duration.ofMillis(random.nextInt(10) == 0 ? random.nextInt(40_000) : random.nextInt(200)));
            if (window.count("noor")) {
                passed.add(clock.millis());
            }
        }

        assertThat(passed.size()).isGreaterThan(1_000);
        for (int i = MOST; i < passed.size(); i++) {
            assertThat(passed.get(i) - passed.get(i - MOST)).isGreaterThanOrEqualTo(MINUTE.toMillis());
        }
    }

    @Test
    void what_was_one_too_many_does_not_make_it_longer() {
        for (int i = 0; i < MOST; i++) {
            assertThat(window.count("noor")).isTrue();
        }
        for (int i = 0; i < 59; i++) {
            clock.advance(Duration.ofSeconds(1));
            assertThat(window.count("noor")).isFalse();
        }

        clock.advance(Duration.ofSeconds(1));
        assertThat(window.isFull("noor")).isFalse();
        assertThat(window.count("noor")).isTrue();
    }

    @Test
    void one_name_does_not_count_for_another() {
        for (int i = 0; i < MOST; i++) {
            window.count("noor");
        }

        assertThat(window.isFull("noor")).isTrue();
        assertThat(window.count("sam")).isTrue();
    }

    @Test
    void whoever_floods_it_with_names_locks_out_new_ones_and_frees_no_old_one() {
        for (int i = 0; i < MOST; i++) {
            window.count("noor");
        }
        for (int i = 0; i < 100_000; i++) {
            window.count("name " + i);
        }

        assertThat(window.count("sam")).isFalse();
        assertThat(window.count("noor")).isFalse();
        clock.advance(MINUTE);
        assertThat(window.count("sam")).isTrue();
        assertThat(window.count("noor")).isTrue();
    }
}
