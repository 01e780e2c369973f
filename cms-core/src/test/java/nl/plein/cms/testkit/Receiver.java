package nl.plein.cms.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** A host on this machine that takes what is sent to it, or does not: as a test wants. */
public final class Receiver implements AutoCloseable {

    /** What it does with a request that was read. */
    private interface Mood {
        /** @param note writes the request down, and whether it is taken, before whoever sent it knows */
        void answer(HttpExchange exchange, Consumer<Boolean> note) throws IOException;
    }

    /** A request as it came. @param taken whether it was answered with 2xx */
    public record Got(
            String target, String id, String timestamp, String signature, String type, String body, boolean taken) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Got> got = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Mood mood = (exchange, note) -> status(exchange, note, 204);

    /** @param port 0 for any */
    public Receiver(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** As the setting {@code plein.outside.allow} names it. */
    public String authority() {
        return "127.0.0.1:" + port();
    }

    public String url() {
        return "http://" + authority() + "/plein";
    }

    /** All that came, whatever was answered. */
    public List<Got> got() {
        return List.copyOf(got);
    }

    /** What was answered with 2xx. */
    public List<Got> taken() {
        return got.stream().filter(Got::taken).toList();
    }

    public void forget() {
        got.clear();
    }

    public void isWell() {
        mood = (exchange, note) -> status(exchange, note, 204);
    }

    public void answers(int status) {
        mood = (exchange, note) -> status(exchange, note, status);
    }

    public void answers(int status, String header, String value) {
        mood = (exchange, note) -> {
            exchange.getResponseHeaders().set(header, value);
            status(exchange, note, status);
        };
    }

    /** Takes the request and says nothing. */
    public void hangs() {
        mood = (exchange, note) -> {
            note.accept(false);
            await();
        };
    }

    /** Answers a byte now and then, without end. */
    public void drips() {
        mood = (exchange, note) -> {
            note.accept(false);
            exchange.sendResponseHeaders(500, 0);
            while (closed.getCount() > 0) {
                exchange.getResponseBody().write('.');
                exchange.getResponseBody().flush();
                pause();
            }
        };
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        try {
            mood.answer(exchange, taken -> got.add(of(exchange, body, taken)));
        } finally {
            exchange.close();
        }
    }

    private static Got of(HttpExchange exchange, String body, boolean taken) {
        return new Got(
                exchange.getRequestURI().toString(),
                header(exchange, "webhook-id"),
                header(exchange, "webhook-timestamp"),
                header(exchange, "webhook-signature"),
                header(exchange, "Content-Type"),
                body,
                taken);
    }

    private static String header(HttpExchange exchange, String name) {
        return String.valueOf(exchange.getRequestHeaders().getFirst(name));
    }

    private static void status(HttpExchange exchange, Consumer<Boolean> note, int status) throws IOException {
        note.accept(status >= 200 && status < 300);
        exchange.sendResponseHeaders(status, -1);
    }

    private void await() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
