package nl.plein.api.chaos;

import static nl.plein.api.server.Proof.figure;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import nl.plein.api.server.Client;
import nl.plein.api.server.Client.Answer;
import nl.plein.api.server.RunningServer;
import nl.plein.api.server.ServerMemory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;

/** An import streams: five times the texts take no five times the memory. */
@Tag("chaos")
@EnabledIfSystemProperty(named = "plein.proof", matches = "full")
class ImportMemoryIT {

    private static final Duration PATIENCE = Duration.ofMinutes(20);

    /** MiB: of names, paths and ids of 9,388 more files; their texts are 40 MiB of characters. */
    private static final double MORE_AT_MOST = 32;

    private final RunningServer server = RunningServer.fresh();
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
    void memory_does_not_grow_with_the_import() throws Exception {
        double once = mostHeapOf("once", CorpusZip.of("digital-gov", List.of("a/")));
        double fiveTimes = mostHeapOf("five-times", CorpusZip.of("digital-gov", List.of("a/", "b/", "c/", "d/", "e/")));

        assertThat(fiveTimes - once).isLessThanOrEqualTo(MORE_AT_MOST);
    }

    /** @return MiB that full collections leave at the most while the import runs */
    private double mostHeapOf(String site, byte[] archive) throws InterruptedException {
        made(administrator.post("/manage/v1/agencies", "{\"id\":\"" + site + "\",\"name\":\"Veel\"}"));
        made(administrator.post(
                "/manage/v1/agencies/" + site + "/sites",
                "{\"id\":\"" + site + "\",\"name\":\"Veel\",\"locales\":[\"nl\"],\"hosts\":[\"" + site
                        + ".example\"],\"theme\":\"base\"}"));
        ServerMemory memory = server.memory();
        Answer started = administrator.post(
                "/manage/v1/sites/" + site + "/imports?ignoreExpiry=true&publish=false", "application/zip", archive);
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        String job = "/manage/v1/sites/" + site + "/jobs/"
                + started.json().path("id").asString();
        Instant end = Instant.now().plus(PATIENCE);
        double most = 0;
        JsonNode seen = started.json();
        while (!Set.of("done", "failed", "cancelled")
                .contains(seen.path("state").asString())) {
            most = Math.max(most, memory.heap());
            Thread.sleep(300);
            seen = administrator.get(job).json();
            assertThat(Instant.now()).isBefore(end);
        }
        assertThat(seen.path("state").asString()).as(seen.toString()).isEqualTo("done");
        figure("import_heap_mib_" + (site.equals("once") ? "1x" : "5x"), Math.round(most));
        figure(
                "import_files_" + (site.equals("once") ? "1x" : "5x"),
                seen.path("report").path("sources").asInt());
        return most;
    }

    private static void made(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }
}
