package nl.plein.cms.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import nl.plein.cms.jobs.Turns;
import nl.plein.cms.testkit.OnEveryDatabase;
import nl.plein.cms.testkit.Plein;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEveryDatabase
class KeptRootsTest {

    @Parameter
    Plein plein;

    @Test
    void the_newest_and_those_of_the_last_days_are_kept() {
        Newsroom room = new Newsroom(plein);
        LiveSites live = plein.get(LiveSites.class);
        KeptRoots roots = plein.get(KeptRoots.class);
        for (int version = 1; version <= 30; version++) {
            live.moveForward(room.id(), version, "root-" + version);
        }

        assertThat(roots.forgetOld(room.id())).isZero();
        plein.clock().advance(Duration.ofDays(8));
        live.moveForward(room.id(), 31, "root-31");
        assertThat(roots.forgetOld(room.id())).isEqualTo(11);

        assertThat(versions(room)).hasSize(20).startsWith(31L, 30L).endsWith(12L);
        assertThat(roots.forgetOld(room.id())).isZero();
    }

    @Test
    void no_more_than_a_thousand_are_kept_however_young_they_are() {
        Newsroom room = new Newsroom(plein);
        LiveSites live = plein.get(LiveSites.class);
        for (int version = 1; version <= KeptRoots.MOST + 5; version++) {
            live.moveForward(room.id(), version, "root-" + version);
        }

        plein.get(KeptRoots.class).forgetOld(room.id());

        assertThat(versions(room)).hasSize(KeptRoots.MOST).startsWith(KeptRoots.MOST + 5L);
    }

    @Test
    void a_version_that_does_not_go_live_is_not_kept() {
        Newsroom room = new Newsroom(plein);
        LiveSites live = plein.get(LiveSites.class);
        live.moveForward(room.id(), 3, "three");
        live.moveForward(room.id(), 2, "two");
        live.moveForward(room.id(), 3, "again");

        assertThat(plein.get(KeptRoots.class).list(room.id(), Long.MAX_VALUE, 10))
                .extracting(LiveRoot::root)
                .containsExactly("three");
    }

    @Test
    void the_node_that_puts_a_version_live_shows_it_at_once() {
        Newsroom room = new Newsroom(plein);
        LiveSites live = plein.get(LiveSites.class);
        CurrentRoots current = plein.get(CurrentRoots.class);

        assertThat(current.of(room.id())).isEmpty();
        for (int version = 1; version <= 20; version++) {
            live.moveForward(room.id(), version, "root-" + version);
            assertThat(current.of(room.id()).map(LiveRoot::root)).contains("root-" + version);
        }
    }

    @Test
    void an_erasure_leaves_only_the_live_one() {
        Newsroom room = new Newsroom(plein);
        Newsroom other = new Newsroom(plein);
        LiveSites live = plein.get(LiveSites.class);
        for (int version = 1; version <= 5; version++) {
            live.moveForward(room.id(), version, "root-" + version);
            live.moveForward(other.id(), version, "root-" + version);
        }

        plein.get(KeptRoots.class).forgetBefore(room.id(), 5);

        assertThat(versions(room)).containsExactly(5L);
        assertThat(versions(other)).hasSize(5);
    }

    @Test
    void of_several_nodes_one_has_the_turn() {
        Turns turns = plein.get(Turns.class);
        String name = "test-" + System.nanoTime();

        assertThat(turns.take(name, Duration.ofDays(1))).isTrue();
        assertThat(turns.take(name, Duration.ofDays(1))).isFalse();
        plein.clock().advance(Duration.ofDays(1));
        assertThat(turns.take(name, Duration.ofDays(1))).isTrue();
        assertThat(turns.take(name, Duration.ofDays(1))).isFalse();
    }

    private List<Long> versions(Newsroom room) {
        return plein.get(KeptRoots.class).list(room.id(), Long.MAX_VALUE, 2_000).stream()
                .map(LiveRoot::version)
                .toList();
    }
}
