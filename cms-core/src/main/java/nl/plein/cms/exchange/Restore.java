package nl.plein.cms.exchange;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.Settings;
import nl.plein.cms.tenancy.Migrations;
import nl.plein.cms.tenancy.StoredInstallationKey;
import tools.jackson.databind.JsonNode;

/**
 * Fills an empty installation from a back-up, on either database, when the server starts with {@code plein.restore=FILE}.
 * The tables are first brought to the release that made the back-up, then filled in one transaction, then migrated onward
 * by the usual start. Whole or not at all: a failed restore stops the start and leaves an empty database.
 */
@ApplicationScoped
public class Restore {

    private static final Logger LOG = System.getLogger(Restore.class.getName());
    private static final String MARKER = "restored.json";
    private static final int BATCH = 500;

    @Inject
    DataSource database;

    @Inject
    Settings settings;

    @Inject
    Migrations migrations;

    void start(@Observes @Priority(Migrations.FIRST - 50) Startup event) {
        settings.get("plein.restore")
                .filter(file -> !file.isBlank())
                .map(Path::of)
                .ifPresent(this::once);
    }

    /** Does nothing if this back-up was restored here before, so that the setting may stay. */
    private void once(Path file) {
        try {
            Path marker = settings.dataFolder().resolve(MARKER);
            if (Files.exists(marker)
                    && Json.parse(Files.readAllBytes(marker))
                            .path("id")
                            .equals(manifest(file).path("id"))) {
                LOG.log(Level.INFO, "{0} was restored here before: nothing to do", file);
                return;
            }
            perform(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the back-up " + file + " can't be read", e);
        }
    }

    /** @throws IllegalStateException if the installation is not empty, or the file is no whole back-up */
    public void perform(Path file) throws IOException {
        JsonNode manifest = manifest(file);
        refuseUnlessEmpty(file);
        migrations.upTo(manifest.path("schema").asString());
        try (var zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            copyFiles(zip);
            fillTables(zip, manifest);
        }
        Files.createDirectories(settings.dataFolder());
        Files.write(settings.dataFolder().resolve(MARKER), Json.write(manifest).getBytes(StandardCharsets.UTF_8));
        LOG.log(Level.INFO, "restored {0}: {1}", file, manifest.path("rows"));
    }

    private static JsonNode manifest(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            ZipEntry entry = zip.getEntry(Backup.MANIFEST);
            if (entry == null) {
                throw new IllegalStateException(file + " is no back-up, or was cut off: it has no " + Backup.MANIFEST);
            }
            try (InputStream in = zip.getInputStream(entry)) {
                JsonNode manifest = Json.parse(in.readAllBytes());
                if (manifest.path("format").asInt() != Backup.FORMAT) {
                    throw new IllegalStateException(file + " has a format that this release does not know");
                }
                return manifest;
            }
        }
    }

    private void refuseUnlessEmpty(Path file) {
        try (Connection connection = database.getConnection()) {
            var tables = new BackupTables(connection);
            if (tables.schemaVersion().isEmpty()) {
                return;
            }
            for (String table : List.of("agency", "person")) {
                try (var statement = connection.createStatement();
                        var rows = statement.executeQuery("select count(*) from " + table)) {
                    rows.next();
                    if (rows.getLong(1) > 0) {
                        throw new IllegalStateException("this installation is not empty, so " + file
                                + " was not restored: use an empty data folder and database");
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database can't be read", e);
        }
    }

    private void copyFiles(ZipFile zip) throws IOException {
        Path data = settings.dataFolder();
        for (ZipEntry entry : Collections.list(zip.entries())) {
            Path target = data.resolve(entry.getName()).normalize();
            boolean isFile = Backup.FOLDERS.stream().anyMatch(folder -> target.startsWith(data.resolve(folder)));
            if (isFile && !entry.isDirectory()) {
                Files.createDirectories(target.getParent());
                try (InputStream in = zip.getInputStream(entry)) {
                    Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private void fillTables(ZipFile zip, JsonNode manifest) throws IOException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                List<String> tables = new BackupTables(connection).inOrder();
                for (String table : reversed(tables)) {
                    clear(connection, table);
                }
                for (String table : tables) {
                    long expected = manifest.path("rows").path(table).asLong(0);
                    long rows = fill(zip, connection, table);
                    if (rows != expected) {
                        throw new IllegalStateException(
                                "the back-up has " + rows + " rows of " + table + " instead of " + expected);
                    }
                }
                forgetKey(connection);
                connection.commit();
            } catch (SQLException | IOException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database can't be filled from the back-up", e);
        }
    }

    /** Migrations may have put rows of their own there. */
    private static void clear(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("delete from " + table);
        }
    }

    /**
     * From here on this is another history: it may come to the same version of a site by other acts. So neither cursors nor
     * tags of answers that were handed out before hold any more.
     */
    private static void forgetKey(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("delete from installation_secret where name = ?")) {
            statement.setString(1, StoredInstallationKey.NAME);
            statement.executeUpdate();
        }
    }

    private static long fill(ZipFile zip, Connection connection, String table) throws SQLException, IOException {
        ZipEntry entry = zip.getEntry("tables/" + table + ".ndjson");
        if (entry == null) {
            return 0;
        }
        try (var lines = new BufferedReader(new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8))) {
            List<BackupColumn> columns = columns(lines.readLine());
            try (PreparedStatement insert = connection.prepareStatement(insert(table, columns))) {
                return insertAll(lines, columns, insert);
            }
        }
    }

    private static long insertAll(BufferedReader lines, List<BackupColumn> columns, PreparedStatement insert)
            throws IOException, SQLException {
        long count = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            JsonNode row = Json.parse(line);
            for (int i = 0; i < columns.size(); i++) {
                columns.get(i).write(insert, i + 1, row.get(i));
            }
            insert.addBatch();
            if (++count % BATCH == 0) {
                insert.executeBatch();
            }
        }
        insert.executeBatch();
        return count;
    }

    private static String insert(String table, List<BackupColumn> columns) {
        return "insert into " + table + " ("
                + String.join(", ", columns.stream().map(BackupColumn::name).toList()) + ") values ("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
    }

    private static List<BackupColumn> columns(String header) {
        var columns = new ArrayList<BackupColumn>();
        for (JsonNode column : Json.parse(header)) {
            columns.add(new BackupColumn(
                    column.path("name").asString(),
                    BackupColumn.Kind.valueOf(column.path("kind").asString())));
        }
        return columns;
    }

    private static List<String> reversed(List<String> list) {
        var reversed = new ArrayList<String>(list);
        Collections.reverse(reversed);
        return reversed;
    }
}
