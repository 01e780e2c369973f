package nl.plein.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import nl.plein.api.server.NodeTools;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The committed document is the one that the resources make, and it obeys the design rules. */
class OpenApiTest {

    private static final Path COMMITTED = Path.of("src/main/resources/openapi/v1.json");
    private static final Path MADE = Path.of("target/openapi/openapi.json");
    private static final String RULES = "src/test/spectral/api-design-rules.yaml";
    private static final String OFFICIAL = "shared/standards/nl-api-design-rules/linter.yaml";
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void the_committed_document_is_what_the_resources_make() throws IOException {
        assertThat(json(COMMITTED))
                .as("the API has changed: look at the difference, then cp " + MADE + " " + COMMITTED)
                .isEqualTo(json(MADE));
    }

    /** Our own, which hold wherever there is Node. */
    @Test
    void the_document_obeys_its_rules() {
        assertThat(NodeTools.run(
                        Path.of(""), "spectral", "lint", "--fail-severity=hint", "-r", RULES, COMMITTED.toString()))
                .contains("No results");
    }

    @Test
    void the_rules_can_be_broken() throws IOException {
        String document = Files.readString(COMMITTED)
                .replace("/delivery/v1/sites/{site}/content-types", "/delivery/v1/sites/{site}/contentTypes/")
                .replace("\"minVersion\"", "\"min_version\"")
                .replaceFirst("\"x-permissions\"", "\"x-allowed\"")
                .replace("\"API-Version\"", "\"Version\"");
        Path broken = Files.writeString(Files.createTempFile("broken", ".json"), document);

        assertThat(NodeTools.fails(Path.of(""), "spectral", "lint", "-r", RULES, broken.toString()))
                .contains(
                        "plein:kebab-case-paths",
                        "plein:camel-case-query",
                        "plein:permissions",
                        "plein:version-header");
        Files.delete(broken);
    }

    /** The rule set that the government publishes; skipped where it is not beside the project. */
    @Test
    void the_api_design_rules_have_no_findings() {
        Optional<Path> rules = rules();
        assumeTrue(rules.isPresent(), "skipped: " + OFFICIAL + " is not there");

        assertThat(NodeTools.run(
                        Path.of(""), "spectral", "lint", "-r", rules.get().toString(), COMMITTED.toString()))
                .contains("No results");
    }

    private static Optional<Path> rules() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(OFFICIAL))) {
                return Optional.of(at.resolve(OFFICIAL));
            }
        }
        return Optional.empty();
    }

    private static JsonNode json(Path file) throws IOException {
        return JSON.readTree(Files.readAllBytes(file));
    }
}
