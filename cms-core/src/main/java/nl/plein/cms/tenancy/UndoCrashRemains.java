package nl.plein.cms.tenancy;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import nl.plein.cms.kernel.Settings;

/**
 * Before anything reads the embedded database: takes back what a crash has left of transactions that never ended. After an
 * orderly stop there is nothing to look for.
 */
@ApplicationScoped
class UndoCrashRemains {

    private static final Logger LOG = System.getLogger(UndoCrashRemains.class.getName());

    @Inject
    DataSource database;

    @Inject
    Settings settings;

    void start(@Observes @Priority(Migrations.FIRST - 60) Startup event) {
        try {
            if (!Files.deleteIfExists(orderlyStop())) {
                perform();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @PreDestroy
    void stop() {
        try {
            Files.createFile(orderlyStop());
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the next start looks for remains of this one", e);
        }
    }

    /** @return how many changes were taken back */
    int perform() {
        try (Connection connection = database.getConnection()) {
            if (!connection.getMetaData().getURL().startsWith("jdbc:h2:")) {
                return 0;
            }
            int undone = H2Remains.undo(connection);
            if (undone > 0) {
                LOG.log(
                        Level.INFO,
                        "After the crash, {0} changes of transactions that had not ended were taken back",
                        undone);
            }
            return undone;
        } catch (SQLException e) {
            throw new IllegalStateException("the database can't be reached: check plein.db.url, user and password", e);
        }
    }

    private Path orderlyStop() {
        return settings.dataFolder().resolve("stopped-in-order");
    }
}
