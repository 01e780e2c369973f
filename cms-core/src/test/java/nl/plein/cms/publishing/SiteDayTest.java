package nl.plein.cms.publishing;

import static nl.plein.cms.publishing.Newsroom.anEntry;
import static nl.plein.cms.publishing.Newsroom.page;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.testkit.OnEveryDatabase;
import nl.plein.cms.testkit.Plein;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** The day of a site, in Amsterdam. */
@OnEveryDatabase
class SiteDayTest {

    @Parameter
    Plein plein;

    private Newsroom room;
    private Instant before;

    @BeforeEach
    void open() {
        before = plein.clock().instant();
        room = new Newsroom(plein);
    }

    @AfterEach
    void setTheClockBack() {
        plein.clock().set(before);
    }

    @Test
    void the_first_version_of_a_site_says_which_day_it_is_there() {
        it_is("2026-03-03T23:30:00Z");
        room.publish(page(anEntry(), "/a", "A"));

        assertThat(day()).isEqualTo("2026-03-04");
        turn();
        assertThat(room.now().version()).isEqualTo(1);
    }

    @Test
    void a_day_turns_at_midnight_of_the_site_as_a_version_of_its_own() {
        it_is("2026-01-10T22:59:59Z");
        room.publish(page(anEntry(), "/a", "A"));
        turn();
        assertThat(room.now().version()).isEqualTo(1);

        it_is("2026-01-10T23:00:00Z");
        turn();
        assertThat(day()).isEqualTo("2026-01-11");
        assertThat(room.now().version()).isEqualTo(2);
        turn();
        assertThat(room.now().version()).isEqualTo(2);
        assertThat(room.in(() -> plein.get(Receipts.class).get(room.id(), 2)).act())
                .isEqualTo("day");
    }

    @Test
    void in_the_night_that_summer_begins_the_day_turns_once() {
        it_is("2026-03-28T22:00:00Z");
        room.publish(page(anEntry(), "/a", "A"));
        turn();
        assertThat(day()).isEqualTo("2026-03-28");
        it_is("2026-03-28T23:00:00Z");
        turn();
        assertThat(day()).isEqualTo("2026-03-29");
        it_is("2026-03-29T21:59:59Z");
        turn();
        assertThat(day()).isEqualTo("2026-03-29");
        it_is("2026-03-29T22:00:00Z");
        turn();
        assertThat(day()).isEqualTo("2026-03-30");
        assertThat(room.now().version()).isEqualTo(3);
    }

    @Test
    void in_the_night_that_winter_begins_the_day_turns_once() {
        it_is("2026-10-24T21:59:00Z");
        room.publish(page(anEntry(), "/a", "A"));
        it_is("2026-10-24T22:00:00Z");
        turn();
        assertThat(day()).isEqualTo("2026-10-25");
        it_is("2026-10-25T22:59:59Z");
        turn();
        assertThat(day()).isEqualTo("2026-10-25");
        it_is("2026-10-25T23:00:00Z");
        turn();
        assertThat(day()).isEqualTo("2026-10-26");
        assertThat(room.now().version()).isEqualTo(3);
    }

    @Test
    void a_roll_back_leaves_the_day_as_it_is() {
        it_is("2026-01-10T12:00:00Z");
        room.publish(page(anEntry(), "/a", "A"));
        room.publish(page(anEntry(), "/b", "B"));
        it_is("2026-01-12T12:00:00Z");
        turn();
        room.rollBack(1);

        assertThat(day()).isEqualTo("2026-01-12");
        assertThat(room.titleAt("/b")).isEqualTo("Gone");
    }

    private void it_is(String instant) {
        plein.clock().set(Instant.parse(instant));
    }

    private void turn() {
        plein.get(TurnSiteDays.class).perform();
    }

    private String day() {
        return room.in(() -> plein.get(SiteParts.class)
                .find(room.id(), PartKind.SETTING, "siteDay", Viewer.PUBLIC, room.now())
                .map(part -> part.value().stringValue())
                .orElse("none"));
    }
}
