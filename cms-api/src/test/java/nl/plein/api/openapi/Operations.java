package nl.plein.api.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import nl.plein.api.server.Contract;
import tools.jackson.databind.JsonNode;

/** What the committed document says, operation by operation, each named as in {@code get /manage/v1/sites}. */
final class Operations {

    private static final Contract CONTRACT = Contract.ofServer();
    private static final JsonNode DOCUMENT = CONTRACT.document();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete");

    private Operations() {}

    static void each(BiConsumer<String, JsonNode> look) {
        for (Map.Entry<String, JsonNode> path : DOCUMENT.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    look.accept(operation.getKey() + " " + path.getKey(), operation.getValue());
                }
            }
        }
    }

    /** What is sent and answered as JSON, refusals included. */
    static void bodies(BiConsumer<String, JsonNode> look) {
        each((name, operation) -> contents(operation)
                .forEach(content -> content.properties().forEach(media -> {
                    if (media.getKey().endsWith("json")) {
                        look.accept(name, media.getValue());
                    }
                })));
    }

    /** By media type: of the request and of each answer. */
    static List<JsonNode> contents(JsonNode operation) {
        List<JsonNode> contents = new ArrayList<>();
        contents.add(operation.path("requestBody").path("content"));
        operation
                .path("responses")
                .forEach(answer -> contents.add(CONTRACT.resolved(answer).path("content")));
        return contents;
    }
}
