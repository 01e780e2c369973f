package nl.plein.cms.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import nl.plein.cms.kernel.Invalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A time on the clock of a site, in Amsterdam. */
class DueTimeTest {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    @ParameterizedTest
    @CsvSource({
        "2026-03-10T09:00,              2026-03-10T08:00:00Z, PLAIN",
        "2026-07-10T09:00:30,           2026-07-10T07:00:30Z, PLAIN",
        "2026-03-29T01:59:59,           2026-03-29T00:59:59Z, PLAIN",
        "2026-03-29T02:00,              2026-03-29T01:00:00Z, SKIPPED",
        "2026-03-29T02:30,              2026-03-29T01:00:00Z, SKIPPED",
        "2026-03-29T03:00,              2026-03-29T01:00:00Z, PLAIN",
        "2026-10-25T01:59,              2026-10-24T23:59:00Z, PLAIN",
        "2026-10-25T02:00,              2026-10-25T00:00:00Z, TWICE",
        "2026-10-25T02:30,              2026-10-25T00:30:00Z, TWICE",
        "2026-10-25T03:00,              2026-10-25T02:00:00Z, PLAIN",
        "2026-10-25T02:30:00+01:00,     2026-10-25T01:30:00Z, PLAIN",
        "2026-03-29T02:30:00+01:00,     2026-03-29T01:30:00Z, PLAIN",
        "2026-03-10T09:00:00.123456Z,   2026-03-10T09:00:00.123Z, PLAIN",
    })
    void a_time_is_read_on_the_clock_of_the_site(String text, Instant at, DueTime.Reading reading) {
        assertThat(DueTime.of(text, AMSTERDAM)).isEqualTo(new DueTime(at, reading));
    }

    @Test
    void what_is_no_time_is_refused() {
        for (String text : new String[] {"", "morgen", "2026-02-30T09:00", "2026-03-10", "09:00"}) {
            assertThatThrownBy(() -> DueTime.of(text, AMSTERDAM))
                    .isInstanceOfSatisfying(
                            Invalid.class, refusal -> assertThat(refusal.code()).isEqualTo("unreadable-time"));
        }
    }
}
