package nl.plein.cms.publishing;

import static nl.plein.cms.publishing.Newsroom.anEntry;
import static nl.plein.cms.publishing.Newsroom.page;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.AgencyContext;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.testkit.OnEveryDatabase;
import nl.plein.cms.testkit.Plein;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEveryDatabase
class FollowersTest {

    @Parameter
    Plein plein;

    /** Writes down where it was called, and stumbles where a test has put a stone. */
    @ApplicationScoped
    public static class Recorder implements Follower {

        final Map<SiteId, List<String>> walked = new ConcurrentHashMap<>();
        final Set<SiteId> stones = ConcurrentHashMap.newKeySet();

        @jakarta.inject.Inject
        AgencyContext context;

        @Override
        public String name() {
            return "recorder";
        }

        @Override
        public void follow(SiteRef site, long from, long to) {
            if (stones.contains(site.id())) {
                throw new IllegalStateException("stumbled");
            }
            walked.computeIfAbsent(site.id(), id -> new CopyOnWriteArrayList<>())
                    .add(from + ">" + to + " " + context.current());
        }

        Map<SiteId, List<String>> walked() {
            return walked;
        }

        Set<SiteId> stones() {
            return stones;
        }
    }

    @Test
    void a_commit_wakes_the_followers_of_its_site() {
        Newsroom room = new Newsroom(plein);
        long began = System.nanoTime();
        room.publish(page(anEntry(), "/a", "A"));
        plein.eventually(Duration.ofSeconds(10), () -> Optional.of(steps(room)).filter(steps -> steps.size() == 1));

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
        assertThat(steps(room)).containsExactly("0>1 " + room.site.agency());
        room.publish(page(anEntry(), "/b", "B"));
        plein.eventually(Duration.ofSeconds(10), () -> Optional.of(steps(room)).filter(steps -> steps.size() == 2));
        assertThat(steps(room).get(1)).startsWith("1>2");
        assertThat(plein.get(Followers.class).reached("recorder", room.id())).isBetween(1L, 2L);
    }

    @Test
    void a_follower_that_keeps_failing_is_parked_while_others_go_on() {
        Newsroom stuck = new Newsroom(plein);
        Newsroom free = new Newsroom(plein);
        Recorder recorder = plein.get(Recorder.class);
        recorder.stones().add(stuck.id());
        stuck.publish(page(anEntry(), "/a", "A"));
        Followers followers = plein.get(Followers.class);
        for (int i = 0; i < 40 && !isParked(stuck); i++) {
            plein.clock().advance(Duration.ofSeconds(10));
            followers.catchUp();
        }
        free.publish(page(anEntry(), "/a", "A"));
        plein.eventually(Duration.ofSeconds(10), () -> Optional.of(steps(free)).filter(steps -> steps.size() == 1));

        assertThat(followers.parked())
                .filteredOn(parked -> parked.site().equals(stuck.id()))
                .singleElement()
                .satisfies(parked -> assertThat(parked.failure()).isEqualTo("stumbled"));
        assertThat(steps(stuck)).isEmpty();

        recorder.stones().remove(stuck.id());
        followers.retry("recorder", stuck.id());
        plein.eventually(Duration.ofSeconds(10), () -> Optional.of(steps(stuck)).filter(steps -> steps.size() == 1));
        plein.eventually(
                Duration.ofSeconds(10), () -> Optional.of(isParked(stuck)).filter(parked -> !parked));
    }

    @Test
    void the_live_version_of_a_site_only_moves_forward() {
        Newsroom room = new Newsroom(plein);
        LiveSites live = plein.get(LiveSites.class);

        assertThat(live.liveRoot(room.id())).isEmpty();
        assertThat(live.moveForward(room.id(), 3, "three")).isTrue();
        assertThat(live.moveForward(room.id(), 2, "two")).isFalse();
        assertThat(live.moveForward(room.id(), 3, "again")).isFalse();
        assertThat(live.liveRoot(room.id()).map(LiveRoot::root)).contains("three");
        assertThat(live.moveForward(room.id(), 4, "four")).isTrue();
        assertThat(live.liveRoot(room.id()).map(LiveRoot::version)).contains(4L);
    }

    private boolean isParked(Newsroom room) {
        return plein.get(Followers.class).parked().stream()
                .anyMatch(parked -> parked.site().equals(room.id()));
    }

    private List<String> steps(Newsroom room) {
        return plein.get(Recorder.class).walked().getOrDefault(room.id(), List.of());
    }
}
