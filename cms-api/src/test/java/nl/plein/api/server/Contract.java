package nl.plein.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds every answer of the API against the OpenAPI document: its status, its headers, each member of its body. */
public final class Contract {

    private static final Path DOCUMENT = Path.of("src/main/resources/openapi/v1.json");
    private static final JsonMapper JSON = new JsonMapper();
    private static final Contract COMMITTED = new Contract();

    /** Headers that mean something to a client of this API; those of HTTP itself need no words. */
    private static final List<String> TOLD = List.of(
            "ETag", "Site-Version", "Link", "Location", "Retry-After", "Idempotency-Replayed", "WWW-Authenticate");

    private final JsonNode document = read();
    private final StrictSchemas schemas = new StrictSchemas(document);
    private final List<PathOf> paths = document.path("paths").properties().stream()
            .map(path -> new PathOf(
                    Pattern.compile(path.getKey().replace(".", "\\.").replaceAll("\\{[^}]+}", "[^/]+")),
                    path.getValue()))
            .toList();

    private record PathOf(Pattern pattern, JsonNode operations) {}

    private Contract() {}

    /** The one that is committed with the server. */
    public static Contract ofServer() {
        return COMMITTED;
    }

    public JsonNode document() {
        return document;
    }

    public StrictSchemas schemas() {
        return schemas;
    }

    /** @return what is meant, be it said here or elsewhere in the document */
    public JsonNode resolved(JsonNode part) {
        return part.has("$ref") ? document.at(part.path("$ref").asString().substring(1)) : part;
    }

    private static JsonNode read() {
        try {
            return JSON.readTree(Files.readAllBytes(DOCUMENT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param target  a path with its query, or an address
     * @param headers the value of one, or nothing
     * @throws AssertionError if the document does not speak of such an answer; pages of sites are none of its business
     */
    public void check(
            String method, String target, int status, Function<String, Optional<String>> headers, byte[] body) {
        String type =
                headers.apply("Content-Type").orElse("").replaceAll(";.*", "").strip();
        if (type.equals("text/html") || status == 0) {
            return;
        }
        String asked = method + " " + target;
        JsonNode operation = operation(method, target);
        if (operation.isMissingNode() || isNowhere(operation, status)) {
            if (type.equals("application/problem+json") && body.length > 0) {
                checkBody(() -> asked, document.at("/components/schemas/Problem"), body);
            }
            return;
        }
        JsonNode answer = resolved(answer(operation, status));
        Supplier<String> said =
                () -> asked + " is answered with " + status + " " + new String(body, StandardCharsets.UTF_8);
        assertThat(answer.isMissingNode())
                .as(() -> said.get() + ": a status the document does not know")
                .isFalse();
        checkHeaders(said, answer.path("headers"), headers);
        if (body.length > 0) {
            JsonNode content = answer.path("content");
            JsonNode media = content.has(type) ? content.path(type) : content.path("*/*");
            assertThat(media.isMissingNode())
                    .as(() -> said.get() + ": " + type + " is a media type the document does not know")
                    .isFalse();
            if (type.endsWith("json")) {
                checkBody(said, media.path("schema"), body);
            }
        }
    }

    /** @throws AssertionError if the server took a body that is not as the document says */
    public void checkAccepted(String method, String target, String json) {
        JsonNode body = operation(method, target).path("requestBody").path("content");
        checkBody(
                () -> method + " " + target + " took " + json,
                body.path("application/json").path("schema"),
                json.getBytes(StandardCharsets.UTF_8));
    }

    /** A site's own host has no management, another name leads to the canonical one, and a site for some only to sign-in: its gateway says so. */
    private static boolean isNowhere(JsonNode operation, int status) {
        return (status == 303 || status == 308 || status == 404 || status == 405)
                && answer(operation, status).isMissingNode();
    }

    private JsonNode operation(String method, String target) {
        String path = target.startsWith("http") ? URI.create(target).getRawPath() : target.replaceAll("[?#].*", "");
        String key = method.equals("HEAD") ? "get" : method.toLowerCase(Locale.ROOT);
        return paths.stream()
                .filter(one -> one.pattern().matcher(path).matches())
                .findFirst()
                .map(one -> one.operations().path(key))
                .orElse(document.path("none"));
    }

    private static JsonNode answer(JsonNode operation, int status) {
        JsonNode answers = operation.path("responses");
        return answers.has("" + status) ? answers.path("" + status) : answers.path(status / 100 + "XX");
    }

    private void checkHeaders(Supplier<String> said, JsonNode known, Function<String, Optional<String>> headers) {
        for (String name : TOLD) {
            boolean isSent = headers.apply(name).isPresent();
            boolean isKnown = known.has(name);
            boolean isRequired = resolved(known.path(name)).path("required").asBoolean(false);
            assertThat(isSent && !isKnown || isRequired && !isSent)
                    .as(() -> said.get() + ": " + name + " is " + (isSent ? "sent and not in the document" : "missing"))
                    .isFalse();
        }
    }

    private void checkBody(Supplier<String> said, JsonNode schema, byte[] body) {
        assertThat(schemas.faults(schema, JSON.readTree(body))).as(said).isEmpty();
    }
}
