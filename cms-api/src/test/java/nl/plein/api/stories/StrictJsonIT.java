package nl.plein.api.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.plein.api.server.RawRequest;
import nl.plein.api.server.RunningServer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** JSON and texts as attackers and other people's programs send them. */
class StrictJsonIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Town TOWN = new Town();
    private static final int PORT = RunningServer.shared().port();

    /** JSONTestSuite: what must be refused is refused as JSON; what must be read is read, and refused for what it says. */
    @Test
    void json_is_read_as_the_standard_says() throws IOException {
        Path suite = corpus("json-parsing-suite/test_parsing");
        List<Path> files;
        try (Stream<Path> found = Files.list(suite)) {
            files = found.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        assertThat(files).hasSizeGreaterThan(200);
        for (Path file : files) {
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
