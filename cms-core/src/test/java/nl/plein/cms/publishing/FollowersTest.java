package nl.plein.cms.publishing;

import static nl.plein.cms.publishing.Newsroom.anEntry;
import static nl.plein.cms.publishing.Newsroom.page;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.plein.cms.audit.Audit;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.AgencyContext;
import nl.plein.cms.tenancy.AgencyData;
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
        private volatile Duration pace = Duration.ZERO;

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

        @Override
        public Duration pace() {
            return pace;
        }

        void goAt(Duration newPace) {
            pace = newPace;
        }

        Map<SiteId, List<String>> walked() {
            return walked;
        }

        Set<SiteId> stones() {
            return stones;
        }
    }

    /** Keeps what it did in the database, and stumbles after it where a test has put a stone. */
    @ApplicationScoped
    public static class Bookkeeper implements Follower {

        private final Set<SiteId> watched = ConcurrentHashMap.newKeySet();
        private final Set<SiteId> stones = ConcurrentHashMap.newKeySet();

        @jakarta.inject.Inject
        Audit audit;

        @jakarta.inject.Inject
        @AgencyData
        EntityManager data;

        @Override
        public String name() {
            return "bookkeeper";
        }

        @Override
        public Scope scope() {
            return Scope.DATABASE;
        }

        @Override
        public void follow(SiteRef site, long from, long to) {
            if (!watched.contains(site.id())) {
                return;
            }
            audit.record(
                    "test.booked",
                    "site/" + site.id(),
                    Json.mapper().createObjectNode().put("to", to));
            if (stones.contains(site.id())) {
                throw new IllegalStateException("stumbled");
            }
        }

        Set<SiteId> watched() {
            return watched;
        }

        Set<SiteId> stones() {
            return stones;
        }

        @Transactional
        public long booked() {
            return data.createQuery("select count(e) from AuditEvent e where e.action = 'test.booked'", Long.class)
                    .getSingleResult();
        }
    }

    @Test
    void work_in_the_database_and_its_cursor_are_written_together_or_not_at_all() {
        Newsroom room = new Newsroom(plein);
        Bookkeeper bookkeeper = plein.get(Bookkeeper.class);
        Followers followers = plein.get(Followers.class);
        bookkeeper.watched().add(room.id());
        bookkeeper.stones().add(room.id());
        room.publish(page(anEntry(), "/a", "A"));
        followers.walkNow("bookkeeper", room.id());

        assertThat(booked(room)).isZero();
        assertThat(followers.reached("bookkeeper", room.id())).isZero();

        bookkeeper.stones().remove(room.id());
        followers.retry("bookkeeper", room.id());
        followers.walkNow("bookkeeper", room.id());
        followers.walkNow("bookkeeper", room.id());

        assertThat(booked(room)).isEqualTo(1);
        assertThat(followers.reached("bookkeeper", room.id())).isEqualTo(1);
    }

    @Test
    void of_many_versions_in_a_row_a_follower_with_a_pace_takes_several_at_once() {
        Recorder recorder = plein.get(Recorder.class);
        recorder.goAt(Duration.ofSeconds(3));
        try {
            Newsroom room = new Newsroom(plein);
            for (int i = 1; i <= 6; i++) {
                room.publish(page(anEntry(), "/" + i, "A"));
            }
            plein.eventually(Duration.ofSeconds(20), () -> Optional.of(
                            plein.get(Followers.class).reached("recorder", room.id()))
                    .filter(version -> version == 6));

            assertThat(steps(room).get(0)).startsWith("0>");
            assertThat(steps(room)).hasSizeLessThan(6);
        } finally {
            recorder.goAt(Duration.ZERO);
        }
    }

    private long booked(Newsroom room) {
        return room.in(() -> plein.get(Bookkeeper.class).booked());
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
