package nl.plein.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The committed document is the one that the resources make, and it obeys the design rules. */
class OpenApiTest {

    private static final Path COMMITTED = Path.of("src/main/resources/openapi/v1.json");
    private static final Path MADE = Path.of("target/openapi/openapi.json");
    private static final String RULES = "shared/standards/nl-api-design-rules/linter.yaml";
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void the_committed_document_is_what_the_resources_make() throws IOException {
        assertThat(json(COMMITTED))
                .as("the API has changed: look at the difference, then cp " + MADE + " " + COMMITTED)
                .isEqualTo(json(MADE));
    }

    /** The rule set of the Dutch API Design Rules; skipped where it, or Node, is not at hand. */
    @Test
    void the_api_design_rules_have_no_findings() throws IOException, InterruptedException {
        Optional<Path> rules = rules();
        assumeTrue(rules.isPresent(), "skipped: " + RULES + " is not there");
        assumeTrue(runs("npx", "--version"), "skipped: npx is not there");
        Path report = Files.createTempFile("spectral", ".txt");

        int findings = new ProcessBuilder(
                        "npx",
                        "--yes",
                        "@stoplight/spectral-cli@6.16.3",
                        "lint",
                        "-r",
                        rules.get().toString(),
                        COMMITTED.toString())
                .redirectErrorStream(true)
                .redirectOutput(report.toFile())
                .start()
                .waitFor();

        assertThat(findings).as(Files.readString(report)).isZero();
        assertThat(Files.readString(report)).contains("No results");
    }

    private static Optional<Path> rules() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(RULES))) {
                return Optional.of(at.resolve(RULES));
            }
        }
        return Optional.empty();
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static JsonNode json(Path file) throws IOException {
        return JSON.readTree(Files.readAllBytes(file));
    }
}
