package nl.plein.api.stories;

import static nl.plein.api.server.Proof.figure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import nl.plein.api.server.RawRequest;
import nl.plein.api.server.Route;
import nl.plein.api.server.RunningServer;
import nl.plein.api.server.ServerMemory;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** JSON and texts as attackers and other people's programs send them. */
class StrictJsonIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Town TOWN = new Town();
    private static final int PORT = RunningServer.shared().port();

    private static final String UNKNOWN = "0198c0de-0000-7000-8000-000000000000";
    private static final List<String> HEADERS = List.of(
            "Authorization: Bearer " + RunningServer.ADMINISTRATOR, "If-Match: *", "Content-Type: application/json");
    private static final int PATIENCE_MILLIS = 1_000;
    private static final int MEMORY_MIB = 64;

    private int asked;
    private int broken;
    private long slowest;
    private String slow = "";

    /** Every file of JSONTestSuite at every operation that takes JSON. */
    @Test
    void every_door_reads_json_as_the_standard_says() throws IOException {
        var wrong = new ArrayList<String>();
        for (Route door : doors()) {
            for (Path file : suite()) {
                String name = file.getFileName().toString();
                byte[] body = Files.readAllBytes(file);
                var answer = timed(
                        door + " " + name, () -> RawRequest.send(PORT, door.method(), address(door), HEADERS, body));
                boolean isUnreadable = answer.text().contains("/problems/malformed-json");
                boolean isRefused =
                        answer.status() == 400 && (isUnreadable || answer.text().contains("/problems/malformed-body"));
                boolean mustBeRefused = name.startsWith("n_") || name.startsWith("y_object_duplicated_key");
                boolean isRead = answer.status() > 0 && answer.status() < 500 && !isUnreadable;
                if (mustBeRefused && !isRefused || !mustBeRefused && name.startsWith("y_") && !isRead) {
                    wrong.add(door + " " + name + ": " + answer.status() + " " + answer.text());
                }
            }
        }
        told("json_suite");
        assertThat(wrong).isEmpty();
        assertThat(broken).isZero();
    }

    /** A million brackets and ten mebibytes at every operation that takes JSON; the second of a length that nobody says before. */
    @Test
    void every_door_refuses_what_is_too_deep_or_too_long() throws Exception {
        byte[] deep = Files.readAllBytes(corpus("generated-hostile/json-arrays-depth-1000000.json"));
        Path wide = corpus("generated-hostile/json-wide-10MiB.json.gz");
        var wrong = new ArrayList<String>();
        ServerMemory memory = RunningServer.shared().memory();
        double before = memory.heap();
        for (Route door : doors()) {
            var answers = List.of(
                    timed(door + " deep", () -> RawRequest.send(PORT, door.method(), address(door), HEADERS, deep)),
                    timed(
                            door + " wide",
                            () -> RawRequest.stream(PORT, door.method(), address(door), HEADERS, unpacked(wide))),
                    timed(
                            door + " wide, packed",
                            () -> RawRequest.send(
                                    PORT,
                                    door.method(),
                                    address(door),
                                    Stream.concat(HEADERS.stream(), Stream.of("Content-Encoding: gzip"))
                                            .toList(),
                                    bytes(wide))));
            for (var answer : answers) {
                if (answer.status() < 400 || answer.status() > 499) {
                    wrong.add(door + ": " + answer.status() + " " + answer.text());
                }
            }
        }
        told("json_large");
        double most = mostHeapWhile(memory, () -> Stream.concat(doors().stream(), doors().stream())
                .parallel()
                .forEach(door -> {
                    RawRequest.send(PORT, door.method(), address(door), HEADERS, deep);
                    RawRequest.stream(PORT, door.method(), address(door), HEADERS, unpacked(wide));
                }));
        figure("json_memory_mib", Math.round(most - before));
        assertThat(wrong).isEmpty();
        assertThat(broken).isZero();
        assertThat(slowest).as(slow).isLessThanOrEqualTo(PATIENCE_MILLIS);
        assertThat(most - before).isLessThanOrEqualTo(MEMORY_MIB);
    }

    /** @return MiB in use at the most, of full collections one after the other */
    private static double mostHeapWhile(ServerMemory memory, Runnable work) throws InterruptedException {
        Thread working = new Thread(work);
        working.start();
        double most = 0;
        while (working.isAlive()) {
            most = Math.max(most, memory.heap());
        }
        working.join();
        return most;
    }

    /** Operations that take JSON. */
    private static List<Route> doors() {
        List<Route> all = Route.all().stream().filter(Route::takesJson).toList();
        assertThat(all).hasSizeGreaterThan(15);
        return all;
    }

    private static String address(Route door) {
        return door.path()
                .replace("{site}", TOWN.id)
                .replace("{agency}", TOWN.id)
                .replace("{locale}", "nl")
                .replace("{type}", "news")
                .replaceAll("\\{[a-z]+}", UNKNOWN);
    }

    private RawRequest.Answer timed(String what, Supplier<RawRequest.Answer> request) {
        long begun = System.nanoTime();
        RawRequest.Answer answer = request.get();
        long millis = (System.nanoTime() - begun) / 1_000_000;
        asked++;
        broken += answer.status() >= 500 ? 1 : 0;
        if (millis > slowest) {
            slowest = millis;
            slow = what;
        }
        return answer;
    }

    private void told(String name) {
        figure(name + "_requests", asked);
        figure(name + "_5xx", broken);
        figure(name + "_slowest_ms", slowest + " (" + slow + ")");
    }

    private static InputStream unpacked(Path file) {
        try {
            return new GZIPInputStream(Files.newInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> suite() throws IOException {
        try (Stream<Path> found = Files.list(corpus("json-parsing-suite/test_parsing"))) {
            List<Path> files = found.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            assertThat(files).hasSizeGreaterThan(200);
            return files;
        }
    }

    /** JSONTestSuite: what must be refused is refused as JSON; what must be read is read, and refused for what it says. */
    @Test
    void json_is_read_as_the_standard_says() throws IOException {
        for (Path file : suite()) {
            String name = file.getFileName().toString();
            var answer = RawRequest.send(
                    PORT,
                    "POST",
                    "/manage/v1/agencies",
                    List.of("Authorization: Bearer " + RunningServer.ADMINISTRATOR, "Content-Type: application/json"),
                    Files.readAllBytes(file));
            String code = answer.json().path("type").asString();
            assertThat(answer.status()).as(name + answer.text()).isEqualTo(400);
            if (name.startsWith("n_") || name.startsWith("y_object_duplicated_key")) { // we refuse double keys, too
                assertThat(code).as(name).isIn("/problems/malformed-json", "/problems/malformed-body");
            } else if (name.startsWith("y_")) {
                assertThat(code).as(name).isEqualTo("/problems/malformed-body");
            }
        }
    }

    /** The big list of naughty strings, as titles, slugs and paths: kept as they are, or refused with a reason. */
    @Test
    void naughty_strings_are_kept_or_refused() throws IOException {
        for (var node : JSON.readTree(Files.readAllBytes(corpus("strings/blns.json")))) {
            String naughty = node.asString();
            var made = TOWN.publisher.post(TOWN.manage + "/entries", entry(naughty, null, null));
            assertThat(made.status()).as(naughty + " " + made.text()).isIn(201, 400, 409, 422);
            if (made.status() == 201) {
                String draft =
                        TOWN.manage + "/entries/" + made.json().path("entry").asString() + "/translations/nl/draft";
                assertThat(TOWN.publisher
                                .get(draft)
                                .json()
                                .path("fields")
                                .path("title")
                                .asString())
                        .isEqualTo(naughty);
            }
            for (String body : List.of(entry("Titel", naughty, null), entry("Titel", null, "/" + naughty))) {
                var answer = TOWN.publisher.post(TOWN.manage + "/entries", body);
                assertThat(answer.status()).as(body + " " + answer.text()).isIn(201, 400, 409, 422);
            }
            var visited = RawRequest.send(
                    PORT,
                    "GET",
                    "/"
                            + java.net.URLEncoder.encode(naughty, StandardCharsets.UTF_8)
                                    .replace("+", "%20"),
                    List.of("Host: " + TOWN.host),
                    new byte[0]);
            assertThat(visited.status()).as(naughty).isIn(200, 308, 400, 404, 503);
        }
    }

    private static String entry(String title, String slug, String path) {
        var body = JSON.createObjectNode().put("type", "news").put("locale", "nl");
        body.putObject("fields").put("title", title);
        if (slug != null) {
            body.put("slug", slug);
        }
        if (path != null) {
            body.put("path", path);
        }
        return body.toString();
    }

    private static Path corpus(String name) {
        Optional<Path> found = Stream.iterate(Path.of("").toAbsolutePath(), at -> at != null, Path::getParent)
                .map(at -> at.resolve("shared/corpus").resolve(name))
                .filter(Files::exists)
                .findFirst();
        assumeTrue(found.isPresent(), "skipped: shared/corpus/" + name + " is not beside the project");
        return found.orElseThrow();
    }
}
