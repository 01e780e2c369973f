package nl.plein.api.chaos;

import static nl.plein.api.server.Proof.figure;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import nl.plein.api.server.Client;
import nl.plein.api.server.Client.Answer;
import nl.plein.api.server.Proof;
import nl.plein.api.server.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Promise A5: many pages due within a minute, and a kill -9 of the server in that minute. Each appears once, none before its
 * time, none a minute late. Sixty in twenty seconds in every build, a thousand in a minute with {@code -Pproof}.
 */
@Tag("chaos")
class ScheduleKillIT {

    private static final int ITEMS = Proof.rounds(60, 1_000);
    private static final int SECONDS = Proof.rounds(20, 60);
    private static final Duration LATEST = Duration.ofSeconds(60);

    private final RunningServer server = RunningServer.fresh();
    private final Random random = new Random(Long.getLong("plein.chaos.seed", 20261129));
    private final Client administrator = Client.of(server).withToken(RunningServer.ADMINISTRATOR);
    private final Map<String, Instant> due = new HashMap<>();

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.kill();
    }

    @Test
    void what_is_due_in_a_minute_with_a_kill_in_it_happens_once_and_never_early() throws Exception {
        ChaosSite site = ChaosSite.found(server);
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            entries.add(site.create("gepland-" + i).entry());
        }
        Instant from = Instant.now().plusSeconds(ITEMS / 25 + 10L).truncatedTo(ChronoUnit.MILLIS);
        for (String entry : entries) {
            schedule(site, entry, from.plusMillis(random.nextInt(SECONDS * 1_000)));
        }
        assertThat(Instant.now()).as("the last one was scheduled in time").isBefore(from);
        Instant kill = from.plusMillis(SECONDS * 250L + random.nextInt(SECONDS * 500));
        TimeUnit.MILLISECONDS.sleep(Duration.between(Instant.now(), kill).toMillis());
        server.kill();
        server.start();
        Instant back = Instant.now();

        awaitNoneWaits(site, from.plusSeconds(SECONDS).plus(LATEST));

        Map<String, List<Instant>> shown = shown(site);
        long early = 0;
        long twice = 0;
        Duration latest = Duration.ZERO;
        for (String entry : entries) {
            List<Instant> times = shown.getOrDefault(entry, List.of());
            assertThat(times).as("when %s appeared", entry).isNotEmpty();
            twice += times.size() - 1;
            Duration late = Duration.between(due.get(entry), times.get(0));
            early += late.isNegative() ? 1 : 0;
            latest = late.compareTo(latest) > 0 ? late : latest;
        }
        figure("schedule_items", ITEMS);
        figure("schedule_versions", site.version());
        figure("schedule_kills", 1);
        figure("schedule_seconds_without_server", Duration.between(kill, back).toMillis() / 1_000.0);
        figure("schedule_done_twice", twice);
        figure("schedule_early", early);
        figure("schedule_max_seconds_late", latest.toMillis() / 1_000.0);
        assertThat(shown).hasSize(ITEMS);
        assertThat(twice).isZero();
        assertThat(early).isZero();
        assertThat(latest).isLessThan(LATEST);
    }

    private void schedule(ChaosSite site, String entry, Instant at) {
        Answer made = administrator.post(
                "/manage/v1/sites/" + site + "/schedules",
                "{\"entry\":\"%s\",\"locale\":\"nl\",\"act\":\"publish\",\"at\":\"%s\"}".formatted(entry, at));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        due.put(entry, at);
    }

    private void awaitNoneWaits(ChaosSite site, Instant end) throws InterruptedException {
        while (!schedules(site, "waiting").isEmpty()) {
            assertThat(Instant.now()).as("some still wait").isBefore(end.plusSeconds(5));
            TimeUnit.MILLISECONDS.sleep(250);
        }
        assertThat(schedules(site, "refused")).isEmpty();
        assertThat(schedules(site, "failed")).isEmpty();
        assertThat(schedules(site, "done")).hasSize(ITEMS);
    }

    private List<JsonNode> schedules(ChaosSite site, String state) {
        List<JsonNode> found = new ArrayList<>();
        String cursor = "";
        do {
            Answer page =
                    administrator.get("/manage/v1/sites/" + site + "/schedules?pageSize=100&state=" + state + cursor);
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            page.json().path("items").forEach(found::add);
            String next = page.json().path("page").path("next").asString("");
            cursor = next.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        } while (!cursor.isEmpty());
        return found;
    }

    /** When each entry appeared or changed, as the receipts of all versions tell. */
    private static Map<String, List<Instant>> shown(ChaosSite site) {
        Map<String, List<Instant>> shown = new HashMap<>();
        long newest = site.version();
        for (long version = 1; version <= newest; version++) {
            JsonNode receipt = site.receipt(version);
            Instant at = Instant.parse(receipt.path("receipt").path("at").asString());
            receipt.path("lines")
                    .forEach(line -> shown.computeIfAbsent(line.path("entry").asString(), any -> new ArrayList<>())
                            .add(at));
        }
        return shown;
    }
}
