package nl.plein.api.sites;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** One window of a real browser, driven by the DevTools protocol: no driver program, no download. */
final class Chromium implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;
    private final BlockingQueue<JsonNode> said = new LinkedBlockingQueue<>();
    private final WebSocket socket;
    private int calls;

    /** @param profile an empty folder of its own */
    Chromium(Path program, Path profile) throws IOException, InterruptedException {
        process = new ProcessBuilder(
                        program.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve("browser.log").toFile())
                .start();
        HttpClient http = HttpClient.newHttpClient();
        String port = portIn(profile.resolve("DevToolsActivePort"));
        HttpRequest list = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"))
                .timeout(PATIENCE)
                .build();
        JsonNode tabs = JSON.readTree(
                http.send(list, HttpResponse.BodyHandlers.ofString()).body());
        String address = "";
        for (JsonNode tab : tabs) {
            address = tab.path("type").asString().equals("page")
                    ? tab.path("webSocketDebuggerUrl").asString()
                    : address;
        }
        socket = http.newWebSocketBuilder()
                .buildAsync(URI.create(address), new Ear())
                .join();
        call("Page.enable", Map.of());
    }

    private String portIn(Path file) throws IOException, InterruptedException {
        for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end; Thread.sleep(50)) {
            if (Files.exists(file) && Files.size(file) > 0) {
                return Files.readAllLines(file).get(0);
            }
            if (!process.isAlive()) {
                break;
            }
        }
        process.destroyForcibly();
        throw new IllegalStateException("the browser does not start");
    }

    /** Puts the parts of a message together and hands it on. */
    private final class Ear implements WebSocket.Listener {
        private final StringBuilder parts = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            parts.append(data);
            if (last) {
                said.add(JSON.readTree(parts.toString()));
                parts.setLength(0);
            }
            from.request(1);
            return null;
        }
    }

    /** @param width CSS pixels */
    void look(int width, boolean dark) {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        call(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }

    void withScripts(boolean run) {
        call("Emulation.setScriptExecutionDisabled", Map.of("value", !run));
    }

    /** Opens a page and waits until all of it is there. */
    void open(String address) {
        call("Page.navigate", Map.of("url", address));
        answer(message -> message.path("method").asString().equals("Page.loadEventFired"));
    }

    /** Clicks on what leads to another page, and waits until all of that is there. */
    void click(String selector) throws InterruptedException {
        evaluate("window.before = true; document.querySelector('" + selector + "').click()");
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isArrived()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("a click on " + selector + " leads nowhere");
            }
            Thread.sleep(20);
        }
    }

    private boolean isArrived() {
        try {
            return evaluate("!window.before && document.readyState === 'complete' && location.href !== 'about:blank'")
                    .asBoolean(false);
        } catch (IllegalStateException onTheWay) {
            return false;
        }
    }

    /** @param script an expression; a promise is awaited */
    JsonNode evaluate(String script) {
        JsonNode result =
                call("Runtime.evaluate", Map.of("expression", script, "awaitPromise", true, "returnByValue", true));
        if (result.has("exceptionDetails")) {
            throw new IllegalStateException(result.path("exceptionDetails").toString());
        }
        return result.path("result").path("value");
    }

    private JsonNode call(String method, Map<String, Object> parameters) {
        int id = ++calls;
        socket.sendText(JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true)
                .join();
        JsonNode answer = answer(message -> message.path("id").asInt(0) == id);
        if (answer.has("error")) {
            throw new IllegalStateException(method + ": " + answer.path("error"));
        }
        return answer.path("result");
    }

    private JsonNode answer(java.util.function.Predicate<JsonNode> wanted) {
        try {
            for (JsonNode message = said.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                    message != null;
                    message = said.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                if (wanted.test(message)) {
                    return message;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new UncheckedIOException(new IOException("the browser says nothing any more"));
    }

    @Override
    public void close() {
        socket.abort();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
