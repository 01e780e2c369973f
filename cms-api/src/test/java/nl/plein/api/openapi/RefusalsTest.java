package nl.plein.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.plein.api.server.Contract;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Each operation says in how many ways it can refuse. That refusals are what is said of them is held by every story. */
class RefusalsTest {

    private static final Contract CONTRACT = Contract.ofServer();

    @Test
    void every_operation_says_how_it_refuses() {
        Operations.each(
                (name, operation) -> operation.path("responses").properties().forEach(answer -> {
                    if (answer.getKey().matches("[45]\\d\\d")) {
                        JsonNode problem = CONTRACT.resolved(answer.getValue());
                        assertThat(problem.path("content").has("application/problem+json"))
                                .as(name + " " + answer.getKey())
                                .isTrue();
                    }
                }));
        Operations.each((name, operation) ->
                assertThat(operation.path("responses").has("400")).as(name).isTrue());
    }

    /** What holds for a kind of operation holds for each of them: see {@code Finishing}. */
    @Test
    void every_operation_names_each_refusal_that_it_can_give() {
        Operations.each((name, operation) -> {
            Set<String> expected = new TreeSet<>(Set.of("400", "401", "406"));
            String method = name.substring(0, name.indexOf(' '));
            String path = name.substring(name.indexOf(' ') + 1);
            boolean isCounted = path.startsWith("/participate/") || name.equals("post /identity/v1/sessions");
            if (path.contains("{")) {
                expected.add("404");
            }
            if (path.matches("/(manage|identity|participate)/.*")) {
                expected.add("403");
            }
            if (path.matches("/(manage|identity|participate|delivery)/.*")) {
                expected.add("503");
            }
            if (!method.equals("get")) {
                expected.add("409");
            }
            if (Set.of("put", "post").contains(method)) {
                expected.add("422");
            }
            if (operation.has("requestBody")) {
                expected.addAll(List.of("413", "415"));
            }
            if (hasHeader(operation, "If-Match")) {
                expected.addAll(List.of("412", "428"));
            }
            if (isCounted) {
                expected.add("429");
            }
            assertThat(operation.path("responses").propertyNames()).as(name).containsAll(expected);
            assertThat(operation.path("responses").has("429")).as(name).isEqualTo(isCounted);
        });
    }

    @Test
    void whoever_is_to_come_back_is_told_when() {
        Operations.each((name, operation) -> List.of("429", "503").forEach(status -> {
            JsonNode answer = CONTRACT.resolved(operation.path("responses").path(status));
            assertThat(answer.isMissingNode() || answer.path("headers").has("Retry-After"))
                    .as(name + " " + status)
                    .isTrue();
        }));
    }

    private static boolean hasHeader(JsonNode operation, String header) {
        return operation.path("parameters").values().stream()
                .anyMatch(one -> one.path("name").asString().equals(header));
    }
}
