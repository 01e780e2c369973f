package nl.plein.api.chaos;

import static nl.plein.api.server.Proof.figure;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
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

/** kill -9 of the server while a job publishes many entries, and while another one undoes it: each is done once. */
@Tag("chaos")
class BulkKillIT {

    private static final int ITEMS = Proof.rounds(600, 5_000);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final RunningServer server = RunningServer.fresh();
    private final Random random = new Random(Long.getLong("plein.chaos.seed", 20261129));
    private final Client administrator = Client.of(server).withToken(RunningServer.ADMINISTRATOR);

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.kill();
    }

    @Test
    void a_job_that_was_killed_goes_on_and_does_nothing_twice() throws Exception {
        ChaosSite site = ChaosSite.found(server);
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            entries.add(site.create("veel-" + i).entry());
        }
        String bulk = "/manage/v1/sites/" + site + "/bulk-changes";

        String job = started(administrator.post(
                bulk, "{\"act\":\"publish\",\"entries\":[\"" + String.join("\",\"", entries) + "\"]}"));
        int cut = killedOnTheWay(job) ? 1 : 0;
        await(job);

        assertThat(administrator.get(job).json().path("changed").asInt()).isEqualTo(ITEMS);
        Map<String, Integer> shown = lines(site);
        assertThat(shown).hasSize(ITEMS);
        assertThat(shown.values()).containsOnly(1);

        String undo = started(administrator.send("POST", job + "/undoings", BodyPublishers.noBody(), List.of()));
        cut += killedOnTheWay(undo) ? 1 : 0;
        await(undo);

        assertThat(administrator.get(undo).json().path("changed").asInt()).isEqualTo(ITEMS);
        assertThat(lines(site).values()).containsOnly(2);
        figure("bulk_items", ITEMS);
        figure("bulk_kills_that_cut_a_job", cut);
        figure("bulk_done_twice", 0);
    }

    private static String started(Answer started) {
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        return started.header("Location");
    }

    /** @return whether some were done and some still waited */
    private boolean killedOnTheWay(String job) throws InterruptedException {
        int enough = 1 + random.nextInt(ITEMS / 3);
        JsonNode seen = administrator.get(job).json();
        while (!seen.has("endedAt") && seen.path("changed").asInt() < enough) {
            TimeUnit.MILLISECONDS.sleep(5);
            seen = administrator.get(job).json();
        }
        server.kill();
        server.start();
        return !seen.has("endedAt");
    }

    private void await(String job) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!administrator.get(job).json().has("endedAt")) {
            assertThat(Instant.now()).as("the job goes on").isBefore(end);
            TimeUnit.MILLISECONDS.sleep(250);
        }
    }

    /** How many versions touched each entry, as their receipts tell. */
    private static Map<String, Integer> lines(ChaosSite site) {
        Map<String, Integer> touched = new HashMap<>();
        long newest = site.version();
        for (long version = 1; version <= newest; version++) {
            site.receipt(version)
                    .path("lines")
                    .forEach(line -> touched.merge(line.path("entry").asString(), 1, Integer::sum));
        }
        return touched;
    }
}
