package nl.plein.cms.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.testkit.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PresenceTest {

    private static final SiteId SITE = SiteId.of("stad");
    private static final EntryId ENTRY = new EntryId(UUID.randomUUID());

    private final TestClock clock = new TestClock();
    private final Presence presence = new Presence();
    private final PersonId noor = new PersonId(UUID.randomUUID());
    private final PersonId karim = new PersonId(UUID.randomUUID());

    /** What was told to a window. */
    private static final class Pane implements Window {

        private final List<List<String>> told = new ArrayList<>();
        private int beats;
        private boolean away;
        private boolean allowed = true;
        private boolean closed;
        private boolean broken;

        @Override
        public void tell(List<Present> present) {
            if (broken) {
                throw new IllegalStateException("broken");
            }
            told.add(present.stream().map(Present::name).toList());
        }

        @Override
        public void beat() {
            beats++;
        }

        @Override
        public boolean isClosed() {
            return away;
        }

        @Override
        public boolean mayStay() {
            return allowed;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @BeforeEach
    void open() {
        presence.clock = clock;
    }

    @Test
    void who_comes_and_goes_is_told_to_all_who_have_the_entry_open() {
        Pane first = join(noor, "Noor");
        Pane second = join(karim, "Karim");
        Pane elsewhere = new Pane();
        presence.join(SITE, new EntryId(UUID.randomUUID()), karim, "Karim", elsewhere);

        second.away = true;
        presence.look();

        assertThat(first.told).containsExactly(List.of("Noor"), List.of("Noor", "Karim"), List.of("Noor"));
        assertThat(elsewhere.told).containsExactly(List.of("Karim"));
        assertThat(presence.of(SITE, ENTRY)).extracting(Present::person).containsExactly(noor);
        assertThat(presence.of(SiteId.of("dorp"), ENTRY)).isEmpty();
    }

    @Test
    void two_windows_are_one_person_until_the_last_is_closed() {
        Pane one = join(noor, "Noor");
        Pane two = join(noor, "Noor");
        assertThat(two.told).containsExactly(List.of("Noor"));

        one.away = true;
        presence.look();
        assertThat(presence.of(SITE, ENTRY)).hasSize(1);
        two.away = true;
        presence.look();
        assertThat(presence.of(SITE, ENTRY)).isEmpty();
    }

    @Test
    void who_may_stay_no_longer_is_shown_nothing_more() {
        Pane first = join(noor, "Noor");
        Pane second = join(karim, "Karim");

        second.allowed = false;
        presence.look();

        assertThat(second.closed).isTrue();
        assertThat(second.told).hasSize(1);
        assertThat(first.told).endsWith(List.of("Noor"));
    }

    @Test
    void a_quiet_line_is_shown_to_be_alive_and_ends_at_its_time() {
        Pane pane = join(noor, "Noor");
        clock.advance(Seat.BEAT.minusMillis(1));
        presence.look();
        assertThat(pane.beats).isZero();
        clock.advance(Duration.ofMillis(1));
        presence.look();
        presence.look();
        assertThat(pane.beats).isEqualTo(1);

        clock.advance(Seat.LONGEST);
        presence.look();
        assertThat(pane.closed).isTrue();
        assertThat(presence.of(SITE, ENTRY)).isEmpty();
    }

    @Test
    void a_window_that_breaks_holds_up_nobody() {
        join(noor, "Noor").broken = true;
        Pane second = join(karim, "Karim");

        assertThat(second.told).containsExactly(List.of("Noor", "Karim"));
    }

    @Test
    void there_is_an_end_to_the_windows_of_a_person_and_of_a_site() {
        for (int i = 0; i < Presence.MOST_OF_A_PERSON; i++) {
            join(noor, "Noor");
        }
        assertThatThrownBy(() -> join(noor, "Noor")).isInstanceOf(Conflict.class);

        for (int i = Presence.MOST_OF_A_PERSON; i < Presence.MOST_ON_A_SITE; i++) {
            EntryId another = new EntryId(UUID.randomUUID());
            presence.join(SITE, another, new PersonId(UUID.randomUUID()), "Iemand", new Pane());
        }
        assertThatThrownBy(() -> join(karim, "Karim")).isInstanceOf(Conflict.class);
        Pane elsewhere = new Pane();
        presence.join(SiteId.of("dorp"), ENTRY, karim, "Karim", elsewhere);
        assertThat(elsewhere.told).hasSize(1);
    }

    private Pane join(PersonId person, String name) {
        Pane pane = new Pane();
        presence.join(SITE, ENTRY, person, name, pane);
        return pane;
    }
}
