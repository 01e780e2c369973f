package nl.plein.api.chaos;

import static nl.plein.api.server.Proof.figure;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.plein.api.server.Client;
import nl.plein.api.server.Client.Answer;
import nl.plein.api.server.Proof;
import nl.plein.api.server.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** kill -9 of the server during an import. After another run of it every text is there once. */
@Tag("chaos")
class ImportKillIT {

    private static final int TEXTS = 1_000;
    private static final int AUTHORS = 7;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String SITE = "/manage/v1/sites/kill-import";

    private final RunningServer server = RunningServer.fresh();
    private final Random random = new Random(Long.getLong("plein.chaos.seed", 20261125));
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
    void an_import_that_was_killed_and_run_again_makes_everything_once() throws Exception {
        made(administrator.post("/manage/v1/agencies", "{\"id\":\"kill-import\",\"name\":\"Kill\"}"));
        made(
                administrator.post(
                        "/manage/v1/agencies/kill-import/sites",
                        "{\"id\":\"kill-import\",\"name\":\"Kill\",\"locales\":[\"nl\"],\"hosts\":[\"kill.example\"],\"theme\":\"base\"}"));
        int kills = Proof.rounds(2, 10);
        int cut = 0;
        for (int kill = 0; kill < kills; kill++) {
            String job = started();
            int enough = 1 + random.nextInt(TEXTS - 200);
            await(job, answer -> isOver(answer) || answer.path("done").asInt() >= enough);
            server.kill();
            server.start();
            cut += isOver(administrator.get(job).json()) ? 0 : 1;
        }
        // a server that comes back goes on with what it had begun; wait for that before the last run
        for (JsonNode job : administrator.get(SITE + "/jobs").json().path("items")) {
            await(SITE + "/jobs/" + job.path("id").asString(), ImportKillIT::isOver);
        }

        String last = started();
        await(last, ImportKillIT::isOver);

        JsonNode report = administrator.get(last).json().path("report");
        assertThat(report.path("sources").asInt()).as(report.toString()).isEqualTo(TEXTS);
        assertThat(report.path("failed").asInt()).isZero();
        assertThat(report.path("skipped").asInt()).isZero();
        awaitIndexed();
        assertThat(paths("post")).hasSize(TEXTS).noneMatch(path -> path.endsWith("-2"));
        assertThat(paths("author")).hasSize(AUTHORS);
        figure("import_kills", kills);
        figure("import_kills_that_cut_a_job", cut);
        figure("import_duplicates", 0);
    }

    /** Lists speak of the version that the index has reached, which may be one behind what a job has just published. */
    private void awaitIndexed() {
        String newest = administrator.get(SITE).json().path("version").asString();
        Instant end = Instant.now().plus(PATIENCE);
        while (!listedAt(newest)) {
            assertThat(Instant.now()).as("lists at version " + newest).isBefore(end);
        }
    }

    private boolean listedAt(String version) {
        return administrator
                .get("/delivery/v1/sites/kill-import/entries?pageSize=1&minVersion=" + version)
                .header("Site-Version")
                .equals(version);
    }

    private Set<String> paths(String type) {
        Set<String> paths = new HashSet<>();
        String cursor = "";
        do {
            Answer page = administrator.get("/delivery/v1/sites/kill-import/entries?count=true&pageSize=100&type="
                    + type + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            for (JsonNode item : page.json().path("items")) {
                assertThat(paths.add(item.path("path").asString())).isTrue();
            }
            cursor = page.json().path("page").path("next").asString("");
        } while (!cursor.isEmpty());
        return paths;
    }

    private String started() throws IOException {
        Answer answer = administrator.post(SITE + "/imports", "application/zip", archive());
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        return SITE + "/jobs/" + answer.json().path("id").asString();
    }

    private void await(String job, Predicate<JsonNode> enough) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!enough.test(administrator.get(job).json())) {
            assertThat(Instant.now()).as(job).isBefore(end);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static boolean isOver(JsonNode job) {
        return Set.of("done", "failed", "cancelled").contains(job.path("state").asString());
    }

    private static byte[] archive() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            for (int i = 0; i < TEXTS; i++) {
                out.putNextEntry(new ZipEntry("berichten/bericht-" + i + "-van-velen.md"));
                out.write(("---\ntitle: Bericht " + i + "\ndate: 2026-03-03\nauthor: Schrijver " + i % AUTHORS
                                + "\n---\nDit is bericht " + i + ", na [het vorige](bericht-" + Math.max(0, i - 1)
                                + "-van-velen.md).\n")
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static void made(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }
}
