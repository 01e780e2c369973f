package nl.plein.cms.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The databases that Plein runs on, real ones. */
public enum Database {
    H2 {
        @Override
        Connection open(String name) {
            return new Connection("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000", "sa", "sa");
        }
    },
    /** H2 as an installation has it: in a file, every commit written at once. For measurements. */
    H2_IN_FILE {
        @Override
        Connection open(String name) {
            return new Connection(
                    "jdbc:h2:file:" + temporaryFolder().resolve(name) + ";WRITE_DELAY=0;LOCK_TIMEOUT=10000",
                    "sa",
                    "sa");
        }
    },
    POSTGRESQL {
        @Override
        Connection open(String name) {
            return new Connection(Postgres.freshDatabase(name), "postgres", "postgres");
        }
    };

    /** Where a database is. */
    record Connection(String url, String user, String password) {}

    abstract Connection open(String name);

    /** Both, for rooms whose tests run on each in every build. */
    public static Stream<Database> both() {
        return Stream.of(H2, POSTGRESQL);
    }

    /** H2; with the proofs in full also PostgreSQL. */
    public static Stream<Database> usual() {
        return Proof.isFull() ? both() : List.of(H2).stream();
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("plein-database");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One PostgreSQL server for each run of the tests. */
    private static final class Postgres {

        private static final EmbeddedPostgres SERVER = start();

        static synchronized String freshDatabase(String name) {
            try (var connection = SERVER.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (java.sql.SQLException e) {
                throw new IllegalStateException(e);
            }
            return "jdbc:postgresql://127.0.0.1:" + SERVER.getPort() + "/" + name
                    + "?stringtype=unspecified&options=-c%20lock_timeout=10000";
        }

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .setServerConfig("max_connections", "200")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void close(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
