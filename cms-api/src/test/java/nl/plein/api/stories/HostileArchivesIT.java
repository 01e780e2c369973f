package nl.plein.api.stories;

import static nl.plein.api.server.Proof.figure;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.plein.api.server.Client;
import nl.plein.api.server.Client.Answer;
import nl.plein.api.server.Proof;
import nl.plein.api.server.RunningServer;
import nl.plein.api.server.ServerMemory;
import nl.plein.api.stories.HostileArchives.Hostile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Archives of attackers at the import door: refused, or named in the report, soon and without harm (promise C3). */
class HostileArchivesIT {

    private static final int PATIENCE_MILLIS = 2_000;
    private static final int MEMORY_MIB = 64;
    private static final String SITE = "/manage/v1/sites/vijand";
    private static final RunningServer SERVER = RunningServer.fresh();

    private final Client administrator = Client.of(SERVER).withToken(RunningServer.ADMINISTRATOR);
    private final List<String> wrong = new ArrayList<>();

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void archives_of_attackers_are_refused_or_named_and_leave_nothing_behind() throws Exception {
        aSite();
        List<Hostile> hostile = chosen(HostileArchives.all());
        Set<String> before = outside();

        // Once to warm the server up and to see the time that each takes, and once more under the eye of the collector.
        long slowest = 0;
        String slow = "";
        for (Hostile one : hostile) {
            long millis = judged(one);
            if (Proof.isFull() || millis > PATIENCE_MILLIS / 2) {
                System.out.println("  " + millis + " ms  " + one.name());
            }
            if (millis > slowest) {
                slowest = millis;
                slow = one.name();
            }
            if (Proof.isFull() && millis > PATIENCE_MILLIS) {
                wrong.add(one.name() + " took " + millis + " ms");
            }
        }
        figure("hostile_archives", hostile.size());
        figure("hostile_archive_slowest_ms", slowest + " (" + slow + ")");
        double memory = memoryOfAll(hostile);

        assertThat(outside()).isEqualTo(before);
        assertThat(incoming()).isEmpty();
        assertThat(wrong).isEmpty();
        assertThat(memory).isLessThanOrEqualTo(MEMORY_MIB);
        assertThat(Client.of(SERVER).get("/health/ready").status()).isEqualTo(200);
    }

    /** All in the proof, on a machine that does nothing else; every third otherwise. */
    private static List<Hostile> chosen(List<Hostile> all) {
        return IntStream.range(0, all.size())
                .filter(place -> Proof.isFull() || place % 3 == 0)
                .mapToObj(all::get)
                .toList();
    }

    private void aSite() {
        Town.made(administrator.post("/manage/v1/agencies", "{\"id\":\"vijand\",\"name\":\"Vijand\"}"));
        Town.made(
                administrator.post(
                        "/manage/v1/agencies/vijand/sites",
                        "{\"id\":\"vijand\",\"name\":\"Vijand\",\"locales\":[\"nl\"],\"hosts\":[\"vijand.example\"],\"theme\":\"base\"}"));
    }

    /** @return milliseconds from the first byte sent to the end of the job */
    private long judged(Hostile hostile) {
        long begun = System.nanoTime();
        Answer answer = administrator.post(SITE + "/imports", "application/zip", hostile.body());
        if (answer.status() != 202) {
            long millis = millisSince(begun);
            if (answer.status() < 400 || answer.status() >= 500 || hostile.bad().isPresent()) {
                wrong.add(hostile.name() + " was answered with " + answer.status() + " " + answer.text());
            }
            return millis;
        }
        String job = answer.json().path("id").asString();
        JsonNode ended = ended(job);
        long millis = millisSince(begun);
        boolean refused = ended.path("state").asString().equals("failed");
        boolean told = !ended.path("failure").asString("").contains("log of the server");
        if (refused != hostile.bad().isEmpty() || refused && !told) {
            wrong.add(hostile.name() + " ended as " + ended);
        } else if (!refused && !isNamed(job, ended, hostile.bad().orElseThrow())) {
            wrong.add(hostile.name() + " is not named in " + ended.path("report"));
        }
        return millis;
    }

    private boolean isNamed(String job, JsonNode ended, String member) {
        return ended.path("report").path("notes").toString().contains(member)
                || administrator
                        .get(SITE + "/imports/" + job + "/files?pageSize=100")
                        .text()
                        .contains("\"" + member + "\"");
    }

    private JsonNode ended(String job) {
        long end = System.nanoTime() + 120_000_000_000L;
        while (true) {
            JsonNode found = administrator.get(SITE + "/jobs/" + job).json();
            if (!Set.of("waiting", "running").contains(found.path("state").asString())) {
                return found;
            }
            assertThat(System.nanoTime()).as("a job without an end: " + found).isLessThan(end);
            pause(10);
        }
    }

    /** @return MiB of objects in use at the most, of samples all the while, more than before */
    private double memoryOfAll(List<Hostile> hostile) throws InterruptedException {
        ServerMemory memory = SERVER.memory();
        double before = memory.heap();
        double peakBefore = memory.peak();
        memory.forgetPeak();
        var isOver = new AtomicBoolean();
        double[] most = {before};
        String[] current = {""};
        String[] mostBy = {""};
        Thread watch = new Thread(() -> {
            while (!isOver.get()) {
                String by = current[0];
                double now = memory.heap();
                if (now > most[0]) {
                    most[0] = now;
                    mostBy[0] = by;
                }
            }
        });
        watch.start();
        for (Hostile one : hostile) {
            current[0] = one.name();
            judged(one);
        }
        isOver.set(true);
        watch.join();
        figure("hostile_memory_mib", Math.round(most[0] - before) + " (" + mostBy[0] + ")");
        figure("hostile_heap_before_mib", Math.round(before));
        figure("hostile_rss_before_mib", Math.round(peakBefore));
        figure("hostile_rss_mib", Math.round(memory.peak()));
        return most[0] - before;
    }

    /** What an archive might have written where it must not: beside the data, in the server, and where its members point. */
    private static Set<String> outside() throws IOException {
        Set<String> found = new TreeSet<>();
        for (Path folder : List.of(
                SERVER.data().getParent(), SERVER.data().getParent().getParent(), Path.of("/"), Path.of("/tmp"))) {
            try (Stream<Path> list = Files.list(folder)) {
                list.map(Path::toString)
                        .filter(name -> !name.matches(".*/it/[0-9]+")) // of other forks
                        .filter(name -> !folder.equals(Path.of("/tmp"))
                                || name.contains(HostileArchives.MARK)
                                || name.contains("evil"))
                        .forEach(found::add);
            }
        }
        try (Stream<Path> data = Files.walk(SERVER.data())) {
            data.filter(file -> file.getFileName()
                            .toString()
                            .matches(".*(" + HostileArchives.MARK + "|evil|slecht|goed).*"))
                    .forEach(file -> found.add(file.toString()));
        }
        return found;
    }

    private static List<String> incoming() throws IOException {
        Path folder = SERVER.data().resolve("incoming");
        try (Stream<Path> left = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            return left.map(Path::toString).toList();
        }
    }

    private static long millisSince(long begun) {
        return (System.nanoTime() - begun) / 1_000_000;
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
