package nl.plein.site.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import nl.plein.site.kernel.Trouble;
import nl.plein.site.template.Html;

/** Files of a folder on this machine's own address. Pages look whether there is something newer, and load it. */
final class PreviewServer implements AutoCloseable {
    private static final String LOOK = "/_plein/serve/look.js";
    private static final String STATE = "/_plein/serve/state";
    private static final String SCRIPT = "let known;\n"
            + "setInterval(async () => {\n"
            + "  const state = await (await fetch('" + STATE + "')).text();\n"
            + "  if (known !== undefined && known !== state) location.reload();\n"
            + "  known = state;\n"
            + "}, 300);\n";
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml",
            "webp", "image/webp",
            "woff2", "font/woff2",
            "ics", "text/calendar; charset=utf-8",
            "xml", "application/xml");

    private final Path folder;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final AtomicInteger state = new AtomicInteger();
    private volatile Optional<String> trouble = Optional.of("The site is being rendered …");

    private PreviewServer(Path folder, HttpServer server) {
        this.folder = folder;
        this.server = server;
    }

    /** @param port 0 for any that is free */
    static PreviewServer start(Path folder, int port) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            PreviewServer preview = new PreviewServer(folder, server);
            server.createContext("/", preview::answer);
            server.setExecutor(preview.threads);
            server.start();
            return preview;
        } catch (IOException e) {
            throw new Trouble("Port " + port + " can't be had (" + e.getMessage() + "). Give another: --port P.", e);
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** What lies in the folder is newer than before. */
    void show() {
        trouble = Optional.empty();
        state.incrementAndGet();
    }

    /** Instead of any page, what is wrong. */
    void show(String wrong) {
        trouble = Optional.of(wrong);
        state.incrementAndGet();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.equals(STATE)) {
                send(exchange, 200, "text/plain", String.valueOf(state.get()).getBytes(StandardCharsets.UTF_8));
            } else if (path.equals(LOOK)) {
                send(exchange, 200, "text/javascript", SCRIPT.getBytes(StandardCharsets.UTF_8));
            } else if (trouble.isPresent() && !path.matches(".*\\.(css|js|svg|woff2|webp|png|jpg)")) {
                send(exchange, 500, "text/html; charset=utf-8", wrong(trouble.get()));
            } else {
                file(exchange, path);
            }
        }
    }

    private void file(HttpExchange exchange, String path) throws IOException {
        Path top = folder.normalize();
        Path file = top.resolve(path.substring(1)).normalize();
        if (Files.isDirectory(file)) {
            file = file.resolve("index.html");
        }
        boolean there = file.startsWith(top) && Files.isRegularFile(file);
        Path sent = there ? file : top.resolve("404.html");
        if (!Files.isRegularFile(sent)) {
            send(exchange, 404, "text/plain; charset=utf-8", "There is nothing here.".getBytes(StandardCharsets.UTF_8));
            return;
        }
        byte[] bytes = Files.readAllBytes(sent);
        String name = sent.toString();
        boolean page = name.endsWith(".html");
        send(exchange, there ? 200 : 404, type(name), page ? looking(bytes) : bytes);
    }

    private static String type(String name) {
        if (name.endsWith(".html")) {
            return "text/html; charset=utf-8";
        }
        String guessed = URLConnection.guessContentTypeFromName(name);
        return TYPES.getOrDefault(
                name.substring(name.lastIndexOf('.') + 1), guessed == null ? "application/octet-stream" : guessed);
    }

    private static byte[] looking(byte[] page) {
        String html = new String(page, StandardCharsets.UTF_8);
        int end = html.lastIndexOf("</body>");
        int at = end < 0 ? html.length() : end;
        return (html.substring(0, at) + "<script src=\"" + LOOK + "\"></script>" + html.substring(at))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] wrong(String message) {
        return looking(("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Not rendered</title>"
                        + "<body><h1>The site can't be rendered</h1><pre>" + Html.escape(message)
                        + "</pre></body></html>")
                .getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
