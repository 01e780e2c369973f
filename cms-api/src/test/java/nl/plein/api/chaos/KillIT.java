package nl.plein.api.chaos;

import static nl.plein.api.server.Proof.figure;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.plein.api.chaos.ChaosSite.Story;
import nl.plein.api.server.Client.Answer;
import nl.plein.api.server.Proof;
import nl.plein.api.server.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * kill -9 of the server at random moments while eight clients publish, withdraw and roll back. Afterwards every acknowledged act is there, no version is half
 * there, pages belong to one version, and lists, index and feed say what the database says. Five kills in every build, fifty with {@code -Pproof}.
 */
@Tag("chaos")
class KillIT {

    private static final int WRITERS = 8;
    private static final int STORIES = 4;
    private static final List<String> ACTS = List.of("publish", "withdraw", "roll-back", "parts", "day");
    private static final Duration LIVE = Duration.ofSeconds(180);

    private final RunningServer server = RunningServer.fresh();
    private final Random random = new Random(Long.getLong("plein.chaos.seed", 20261122));
    private final ActLog log = new ActLog();
    private final FeedCopy feed = new FeedCopy();
    private final List<List<Story>> stories = new ArrayList<>();
    private final Map<String, String> paths = new HashMap<>();
    private long slowestStart;
    private long cutOff;
    private long cutOffAndDone;

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.kill();
    }

    @Test
    void whatever_was_acknowledged_survives_and_nothing_is_half_there() throws Exception {
        ChaosSite site = ChaosSite.found(server);
        for (int writer = 0; writer < WRITERS; writer++) {
            List<Story> own = new ArrayList<>();
            for (int i = 0; i < STORIES; i++) {
                own.add(site.create("verhaal-" + writer + "-" + i));
            }
            own.forEach(story -> paths.put(story.entry(), story.path()));
            stories.add(own);
        }
        SiteModel model = new SiteModel(site.version());
        int kills = Integer.getInteger("plein.chaos.kills", Proof.rounds(5, 50));
        for (int round = 0; round < kills; round++) {
            writeUntilKilled(site, round, model.version());
            Instant begun = Instant.now();
            server.start();
            slowestStart = Math.max(
                    slowestStart, Duration.between(begun, Instant.now()).toMillis());
            Instant ready = Instant.now();
            compare(site, model);
            System.out.println("kill " + (round + 1) + ": version " + model.version() + ", "
                    + log.acknowledged().size() + " acts acknowledged, compared in "
                    + Duration.between(ready, Instant.now()).toMillis() + " ms");
        }
        figure("kills", kills);
        figure("kill_acknowledged_acts", log.acknowledged().size());
        figure("kill_cut_off_acts", cutOff);
        figure("kill_cut_off_acts_done", cutOffAndDone);
        figure("kill_lost_acts", 0);
        figure("kill_slowest_restart_ms", slowestStart);
    }

    private void writeUntilKilled(ChaosSite site, int round, long oldest) throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        List<Future<?>> clients = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            clients.add(threads.submit(
                    new Writer(site, log, stories.get(writer), round + "-" + writer, random.nextLong(), oldest, stop)));
        }
        awaitAcknowledged(log.acknowledged().size() + 5 + random.nextInt(60));
        TimeUnit.MILLISECONDS.sleep(random.nextInt(300));
        server.kill();
        stop.set(true);
        threads.shutdown();
        for (Future<?> client : clients) {
            client.get(60, TimeUnit.SECONDS);
        }
    }

    /** A cold server on a busy machine needs its time; a minute is enough for any. */
    private void awaitAcknowledged(int acts) throws InterruptedException {
        Instant end = Instant.now().plusSeconds(60);
        while (log.acknowledged().size() < acts && Instant.now().isBefore(end)) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private void compare(ChaosSite site, SiteModel model) throws Exception {
        long newest = site.version();
        Map<Long, Act> acknowledged = log.acknowledged();
        assertThat(acknowledged.keySet()).as("acknowledged versions").allMatch(version -> version <= newest);
        List<Long> looked = new ArrayList<>();
        cutOff += log.cutOff().size();
        while (model.version() < newest) {
            long version = model.version() + 1;
            String done = site.receipt(version).path("receipt").path("act").asString();
            Act act = acknowledged.get(version);
            assertThat(done).as("act of version %d: %s", version, act).isIn(act == null ? ACTS : List.of(act.name()));
            model.add(act == null ? cutOffActOf(site, model, version) : act);
            looked.add(version);
        }
        log.settleRest();
        for (long version : looked) {
            assertThat(site.listed(version))
                    .as("site %s at version %d", site, version)
                    .isEqualTo(model.at(version));
        }
        Map<String, String> now = model.at(newest);
        assertThat(site.listedNow(newest)).as("index at version %d", newest).isEqualTo(now);
        assertThat(feed.follow(site, newest))
                .as("feed until version %d", newest)
                .isEqualTo(now);
        assertThat(new FeedCopy().follow(site, newest))
                .as("feed from the beginning")
                .isEqualTo(now);
        comparePages(site, model, newest);
    }

    /** A version that nobody was told of must be one of the acts that the kill cut off, whole. */
    private Act cutOffActOf(ChaosSite site, SiteModel model, long version) {
        Map<String, String> there = site.listed(version);
        List<Act> candidates = new ArrayList<>(log.cutOff());
        candidates.add(new Act.Other());
        for (Act act : candidates) {
            if (model.wouldShow(act).equals(there)) {
                cutOffAndDone += act instanceof Act.Other ? 0 : 1;
                log.settled(act, version);
                return act;
            }
        }
        throw new AssertionError("version " + version + " of site " + site + " is none of the acts " + candidates + ": "
                + there + ", before it " + model.at(version - 1));
    }

    /** At once: all pages belong to the live version. Soon: that is the newest. */
    private void comparePages(ChaosSite site, SiteModel model, long newest) throws Exception {
        Instant end = Instant.now().plus(LIVE);
        long live;
        do {
            live = site.liveVersion();
            Map<String, Answer> pages = pages(site);
            if (site.liveVersion() == live && live > 0) {
                comparePages(model.at(live), pages, live);
            }
            TimeUnit.MILLISECONDS.sleep(200);
        } while (live < newest && Instant.now().isBefore(end));
        assertThat(live).as("live version of site %s", site).isEqualTo(newest);
    }

    private Map<String, Answer> pages(ChaosSite site) {
        Map<String, Answer> pages = new HashMap<>();
        paths.forEach((entry, path) -> pages.put(entry, site.page(path)));
        return pages;
    }

    private static void comparePages(Map<String, String> titles, Map<String, Answer> pages, long live) {
        pages.forEach((entry, page) -> {
            String title = titles.get(entry);
            if (title == null) {
                assertThat(page.status())
                        .as("page of %s at version %d", entry, live)
                        .isIn(404, 410);
            } else {
                assertThat(page.status())
                        .as("page of %s at version %d", entry, live)
                        .isEqualTo(200);
                assertThat(page.text())
                        .as("page of %s at version %d", entry, live)
                        .contains("Dit is " + title + ".");
            }
        });
    }
}
