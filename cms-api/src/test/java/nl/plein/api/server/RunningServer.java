package nl.plein.api.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * The real server, as it was provisioned, on a port and with data of its own. One serves all stories: they found agencies
 * of their own and don't meet.
 */
public final class RunningServer {

    static {
        // before the first HttpClient of the JVM, so that Client may name a site in the Host header
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    }

    public static final String ADMINISTRATOR = "test-token-of-the-first-administrator";

    /** Forks of the tests run beside each other: each has a folder of its own. */
    private static final String FORK = String.valueOf(ProcessHandle.current().pid());

    private static final Duration PATIENCE = Duration.ofSeconds(300);
    private static RunningServer shared;

    private final Path home =
            Path.of(System.getProperty("plein.server.home", "target/server")).toAbsolutePath();
    private final Path data;
    private final int port;
    private Process process;

    private RunningServer(Path data, int port) {
        this.data = data;
        this.port = port;
    }

    /** The server of this test run; started at the first call, stopped with the JVM. */
    public static synchronized RunningServer shared() {
        if (shared == null) {
            RunningServer server = fresh();
            Runtime.getRuntime().addShutdownHook(new Thread(server::stop)); // also if it never gets ready
            server.start();
            shared = server;
        }
        return shared;
    }

    /** One that is not started yet, on an empty data folder. */
    public static RunningServer fresh() {
        try (ServerSocket free = new ServerSocket(0)) {
            return new RunningServer(
                    Path.of("target", "it", FORK, UUID.randomUUID().toString()).toAbsolutePath(), free.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    public Path data() {
        return data;
    }

    /** Of the process that runs now. */
    public ServerMemory memory() {
        return new ServerMemory(process.pid(), data.resolve("gc.log"));
    }

    /** Starts it and waits until it is ready. */
    public void start(String... settings) {
        try {
            Files.createDirectories(data);
            List<String> command = new ArrayList<>(List.of(
                    home.resolve("bin/plein").toString(),
                    "-Dplein.http.port=" + port,
                    "-Dplein.data=" + data,
                    "-Dplein.links.check=off", // what tests link to is none of theirs
                    "-Dplein.admin.token=" + ADMINISTRATOR));
            command.addAll(List.of(settings));
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            data.resolve("server.log").toFile()))
                    .start();
            awaitReady();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() throws IOException {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the server ended: see " + data.resolve("server.log"));
            }
            if (isReady()) {
                return;
            }
            pause();
        }
        throw new IllegalStateException("the server is not ready: see " + data.resolve("server.log"));
    }

    private boolean isReady() {
        try {
            HttpRequest ask = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HttpClient.newHttpClient()
                            .send(ask, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As Ctrl-C does. */
    public void stop() {
        end(process::destroy);
    }

    /** As {@code kill -9} does. */
    public void kill() {
        end(process::destroyForcibly);
    }

    private void end(Runnable how) {
        if (process == null) {
            return;
        }
        try {
            how.run();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
