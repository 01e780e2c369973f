package nl.plein.api.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks HTTP to a running server. Immutable: {@code with…} makes another one. The JVM does not resolve {@code *.localhost},
 * so stories name a site's host in a header; the build allows that ({@code jdk.httpclient.allowRestrictedHeaders}). Every
 * answer is held against the OpenAPI document.
 */
public final class Client {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private static final JsonMapper JSON = new JsonMapper();

    /** An answer, with its body as bytes. */
    public record Answer(int status, java.net.http.HttpHeaders headers, byte[] bytes) {

        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            return JSON.readTree(bytes);
        }

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        /** The last part of a problem's type. */
        public String problem() {
            return json().path("type").asString("").replace("/problems/", "");
        }
    }

    private final String base;
    private final List<String> headers;

    private Client(String base, List<String> headers) {
        this.base = base;
        this.headers = headers;
    }

    public static Client of(RunningServer server) {
        return new Client("http://127.0.0.1:" + server.port(), List.of());
    }

    public Client withToken(String token) {
        return with("Authorization", "Bearer " + token);
    }

    public Client onHost(String host) {
        return with("Host", host);
    }

    public Client with(String header, String value) {
        var more = new ArrayList<>(headers);
        more.add(header);
        more.add(value);
        return new Client(base, more);
    }

    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody(), List.of());
    }

    public Answer head(String path) {
        return send("HEAD", path, BodyPublishers.noBody(), List.of());
    }

    public Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody(), List.of());
    }

    public Answer post(String path, String json) {
        return sendJson("POST", path, json);
    }

    public Answer put(String path, String json) {
        return sendJson("PUT", path, json);
    }

    private Answer sendJson(String method, String path, String json) {
        Answer answer = send(method, path, BodyPublishers.ofString(json), List.of("Content-Type", "application/json"));
        if (answer.status() < 300) {
            Contract.ofServer().checkAccepted(method, path, json);
        }
        return answer;
    }

    public Answer post(String path, String mediaType, byte[] body) {
        return send("POST", path, BodyPublishers.ofByteArray(body), List.of("Content-Type", mediaType));
    }

    public Answer send(String method, String path, HttpRequest.BodyPublisher body, List<String> more) {
        try {
            var all = new ArrayList<>(headers);
            all.addAll(more);
            var request = HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : base + path))
                    .method(method, body)
                    .timeout(Duration.ofSeconds(60));
            if (!all.isEmpty()) {
                request.headers(all.toArray(String[]::new));
            }
            HttpResponse<byte[]> answer = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            Contract.ofServer().check(method, path, answer.statusCode(), answer.headers()::firstValue, answer.body());
            return new Answer(answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
