package nl.plein.api.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One operation of the OpenAPI document.
 *
 * @param path  with {@code {placeholders}}
 * @param query names of its query parameters
 */
public record Route(String method, String path, List<String> query) {

    private static final Path DOCUMENT = Path.of("src/main/resources/openapi/v1.json");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");

    /** All operations there are. */
    public static List<Route> all() {
        List<Route> routes = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document().path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    routes.add(of(operation.getKey(), path.getKey(), operation.getValue()));
                }
            }
        }
        return routes;
    }

    private static JsonNode document() {
        try {
            return new JsonMapper().readTree(Files.readAllBytes(DOCUMENT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Route of(String method, String path, JsonNode operation) {
        List<String> query = new ArrayList<>();
        operation.path("parameters").forEach(parameter -> {
            if (parameter.path("in").asString().equals("query")) {
                query.add(parameter.path("name").asString());
            }
        });
        return new Route(method.toUpperCase(Locale.ROOT), path, query);
    }

    /** Names of the placeholders in its path. */
    public List<String> placeholders() {
        return PLACEHOLDER.matcher(path).results().map(found -> found.group(1)).toList();
    }

    public boolean isManagement() {
        return path.startsWith("/manage/");
    }

    public boolean takesJson() {
        return (method.equals("POST") || method.equals("PUT"))
                && !path.endsWith("/restorations") // it reads no body
                && !path.endsWith("/assets")
                && !path.endsWith("/imports");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
