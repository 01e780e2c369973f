package nl.plein.api.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * One operation of the OpenAPI document.
 *
 * @param path      with {@code {placeholders}}
 * @param query     names of its query parameters
 * @param takesJson whether its body is JSON
 */
public record Route(String method, String path, List<String> query, boolean takesJson) {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");

    /** All operations there are. */
    public static List<Route> all() {
        List<Route> routes = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path :
                Contract.ofServer().document().path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    routes.add(of(operation.getKey(), path.getKey(), operation.getValue()));
                }
            }
        }
        return routes;
    }

    private static Route of(String method, String path, JsonNode operation) {
        List<String> query = new ArrayList<>();
        operation.path("parameters").forEach(parameter -> {
            if (parameter.path("in").asString().equals("query")) {
                query.add(parameter.path("name").asString());
            }
        });
        boolean takesJson = operation.path("requestBody").path("content").has("application/json");
        return new Route(method.toUpperCase(Locale.ROOT), path, query, takesJson);
    }

    /** Names of the placeholders in its path. */
    public List<String> placeholders() {
        return PLACEHOLDER.matcher(path).results().map(found -> found.group(1)).toList();
    }

    public boolean isManagement() {
        return path.startsWith("/manage/");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
