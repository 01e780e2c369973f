package nl.plein.api.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** A PostgreSQL of its own, with an empty database. */
public final class Postgres implements AutoCloseable {

    private final EmbeddedPostgres server;

    public Postgres() {
        try {
            server = EmbeddedPostgres.builder()
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@link RunningServer#start} needs to use it. */
    public List<String> settings() {
        return List.of(
                "-Dplein.db.driver=postgresql",
                "-Dplein.db.url=jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres",
                "-Dplein.db.user=postgres",
                "-Dplein.db.password=postgres");
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
