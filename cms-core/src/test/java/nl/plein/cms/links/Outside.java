package nl.plein.cms.links;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A website on this machine that answers each path as a test wants, and remembers who asked. */
final class Outside implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
    private final Map<String, String> leads = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private volatile boolean getOnly;

    Outside() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String authority() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    String url(String path) {
        return "http://" + authority() + path;
    }

    void answers(String path, int status) {
        statuses.put(path, status);
        leads.remove(path);
    }

    void leads(String path, String to) {
        statuses.put(path, 302);
        leads.put(path, to);
    }

    /** As some servers do: 404 to whoever asks by HEAD. */
    void knowsGetOnly() {
        getOnly = true;
    }

    /** Such as {@code HEAD /a}. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    void forget() {
        asked.clear();
    }

    /** How many requests there were at once. */
    int mostAtOnce() {
        return most.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            String path = exchange.getRequestURI().getPath();
            asked.add(exchange.getRequestMethod() + " " + path);
            if (leads.containsKey(path)) {
                exchange.getResponseHeaders().set("Location", leads.get(path));
            }
            boolean refused = getOnly && exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(refused ? 404 : statuses.getOrDefault(path, 200), -1);
        } finally {
            now.decrementAndGet();
            exchange.close();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
