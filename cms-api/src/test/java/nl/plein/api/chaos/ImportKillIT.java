package nl.plein.api.chaos;

import static nl.plein.api.server.Proof.figure;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
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
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;

/** kill -9 of the server during an import. After another run of it every text is there once. */
@Tag("chaos")
class ImportKillIT {

    private static final int TEXTS = 1_000;
    private static final int AUTHORS = 7;
    private static final int GOVERNMENT_TEXTS = 2_347;
    private static final int GOVERNMENT_KILLS = 5;
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
        aSite("kill-import");
        int kills = Proof.rounds(2, 10);
        int cut = killedWhileImporting(archive(), kills, () -> {
            int enough = 1 + random.nextInt(TEXTS - 200);
            return job -> job.path("done").asInt() >= enough;
        });

        String last = started(SITE, archive());
        await(last, ImportKillIT::isOver);

        JsonNode report = administrator.get(last).json().path("report");
        assertThat(report.path("sources").asInt()).as(report.toString()).isEqualTo(TEXTS);
        assertThat(report.path("failed").asInt()).isZero();
        assertThat(report.path("skipped").asInt()).isZero();
        awaitIndexed();
        assertThat(paths("kill-import", "post")).hasSize(TEXTS).noneMatch(path -> path.endsWith("-2"));
        assertThat(paths("kill-import", "author")).hasSize(AUTHORS);
        figure("import_kills", kills);
        figure("import_kills_that_cut_a_job", cut);
        figure("import_duplicates", 0);
    }

    /** Promise A11, on the texts of a whole government: what is there in the end is what an import without a kill makes. */
    @Test
    @EnabledIfSystemProperty(named = "plein.proof", matches = "full")
    void a_whole_site_that_was_killed_five_times_is_what_it_is_without() throws Exception {
        byte[] archive = CorpusZip.of("digital-gov", List.of(""));
        aSite("kill-not");
        String whole = started("/manage/v1/sites/kill-not", archive);
        await(whole, ImportKillIT::isOver);
        aSite("kill-import");
        int cut = killedWhileImporting(archive, GOVERNMENT_KILLS, () -> {
            Instant moment = Instant.now().plusMillis(500 + random.nextInt(20_000));
            return job -> Instant.now().isAfter(moment);
        });

        String last = started(SITE, archive);
        await(last, ImportKillIT::isOver);

        JsonNode expected = administrator.get(whole).json().path("report");
        JsonNode report = administrator.get(last).json().path("report");
        assertThat(expected.path("sources").asInt()).isEqualTo(GOVERNMENT_TEXTS);
        for (String count : List.of("sources", "failed", "drafts", "archived", "missingLinks")) {
            assertThat(report.path(count).asInt())
                    .as(count)
                    .isEqualTo(expected.path(count).asInt());
        }
        assertThat(report.path("created").asInt() + report.path("updated").asInt())
                .as(report.toString())
                .isZero();
        assertThat(failed(last)).hasSize(report.path("failed").asInt());
        awaitIndexed("kill-not");
        awaitIndexed("kill-import");
        int entries = 0;
        for (String type : List.of("post", "page", "author", "tag")) {
            Set<String> there = paths("kill-import", type);
            assertThat(there).isEqualTo(paths("kill-not", type));
            entries += there.size();
        }
        figure("import_government_kills", GOVERNMENT_KILLS);
        figure("import_government_kills_that_cut_a_job", cut);
        figure("import_government_sources", report.path("sources").asInt());
        figure("import_government_unreadable", report.path("failed").asInt());
        figure("import_government_pages", entries);
        figure("import_government_duplicates", 0);
    }

    private void aSite(String id) {
        made(administrator.post("/manage/v1/agencies", "{\"id\":\"" + id + "\",\"name\":\"Kill\"}"));
        made(administrator.post(
                "/manage/v1/agencies/" + id + "/sites",
                "{\"id\":\"" + id + "\",\"name\":\"Kill\",\"locales\":[\"nl\"],\"hosts\":[\"" + id
                        + ".example\"],\"theme\":\"base\"}"));
    }

    /** @param moment of each kill, chosen when its import starts @return how many kills met an import that had not ended */
    private int killedWhileImporting(byte[] archive, int kills, Supplier<Predicate<JsonNode>> moment) throws Exception {
        int cut = 0;
        for (int kill = 0; kill < kills; kill++) {
            String job = started(SITE, archive);
            Predicate<JsonNode> enough = moment.get();
            await(job, answer -> isOver(answer) || enough.test(answer));
            server.kill();
            server.start();
            cut += isOver(administrator.get(job).json()) ? 0 : 1;
        }
        // a server that comes back goes on with what it had begun; wait for that before the last run
        for (JsonNode job : administrator.get(SITE + "/jobs").json().path("items")) {
            await(SITE + "/jobs/" + job.path("id").asString(), ImportKillIT::isOver);
        }
        return cut;
    }

    private List<String> failed(String job) {
        List<String> files = new ArrayList<>();
        administrator
                .get(job.replace("/jobs/", "/imports/") + "/files?outcome=failed&pageSize=100")
                .json()
                .path("items")
                .forEach(file -> files.add(file.path("file").asString()));
        return files;
    }

    private void awaitIndexed() {
        awaitIndexed("kill-import");
    }

    /** Lists speak of the version that the index has reached, which may be one behind what a job has just published. */
    private void awaitIndexed(String site) {
        String newest = administrator
                .get("/manage/v1/sites/" + site)
                .json()
                .path("version")
                .asString();
        Instant end = Instant.now().plus(PATIENCE);
        while (!listedAt(site, newest)) {
            assertThat(Instant.now()).as("lists at version " + newest).isBefore(end);
        }
    }

    private boolean listedAt(String site, String version) {
        return administrator
                .get("/delivery/v1/sites/" + site + "/entries?pageSize=1&minVersion=" + version)
                .header("Site-Version")
                .equals(version);
    }

    private Set<String> paths(String site, String type) {
        Set<String> paths = new HashSet<>();
        String cursor = "";
        do {
            Answer page = administrator.get("/delivery/v1/sites/" + site + "/entries?count=true&pageSize=100&type="
                    + type + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            for (JsonNode item : page.json().path("items")) {
                assertThat(paths.add(item.path("path").asString())).isTrue();
            }
            cursor = page.json().path("page").path("next").asString("");
        } while (!cursor.isEmpty());
        return paths;
    }

    private String started(String site, byte[] archive) {
        Answer answer = administrator.post(site + "/imports?ignoreExpiry=true", "application/zip", archive);
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        return site + "/jobs/" + answer.json().path("id").asString();
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
