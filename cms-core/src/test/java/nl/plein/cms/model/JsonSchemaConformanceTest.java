package nl.plein.cms.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.plein.cms.testkit.Corpus;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonSchemaConformanceTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void all_required_tests_of_draft_2020_12_pass() throws IOException {
        Path suite = Corpus.folder("json-schema-suite");
        JsonSchemas schemas = new JsonSchemas(uri -> remote(suite.resolve("remotes"), uri));
        List<String> wrong = new ArrayList<>();
        int count = 0;
        try (Stream<Path> files = Files.list(suite.resolve("tests/draft2020-12"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                for (JsonNode group : JSON.readTree(file).values()) {
                    for (JsonNode test : group.get("tests").values()) {
                        count++;
                        String found = verdict(schemas, group.get("schema"), test.get("data"));
                        if (!found.equals(test.get("valid").asString())) {
                            wrong.add(file.getFileName() + ": " + group.get("description") + ": "
                                    + test.get("description") + " → " + found);
                        }
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(count).isGreaterThan(300);
        System.out.println("JSON Schema 2020-12: " + count + " required tests pass");
    }

    private static String verdict(JsonSchemas schemas, JsonNode schema, JsonNode data) {
        try {
            return Boolean.toString(schemas.validate(schema, data).isEmpty());
        } catch (RuntimeException e) {
            return e.toString();
        }
    }

    private static Optional<String> remote(Path remotes, String uri) {
        String prefix = "http://localhost:1234/";
        if (!uri.startsWith(prefix)) {
            return Optional.empty();
        }
        Path file = remotes.resolve(uri.substring(prefix.length()));
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
