package nl.plein.cms.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import nl.plein.cms.kernel.Ids;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.Settings;
import nl.plein.cms.media.UploadGate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Writes everything that an installation is into one zip: every table as of one instant, and the files that the rows name.
 * Runs beside the running server. The tables come first, in one snapshot; the files are named by their content and never
 * change, so those copied afterwards are the ones that the snapshot means.
 *
 * <p>Speaks SQL to the tables of other rooms (docs/decisions/0060): a back-up knows no agency.
 */
@ApplicationScoped
public class Backup {

    static final int FORMAT = 1;
    static final String MANIFEST = "backup.json";

    /** Folders of content-addressed files under the data folder. */
    static final List<String> FOLDERS = List.of("blobs");

    private static final int FETCH = 500;

    @Inject
    DataSource database;

    @Inject
    Settings settings;

    @Inject
    UploadGate uploads;

    @Inject
    Clock clock;

    @Inject
    Ids ids;

    /**
     * @param rows  of each table
     * @param files of all folders
     * @param bytes of the files, unpacked
     */
    public record Summary(Map<String, Long> rows, long files, long bytes) {}

    /** Writes and finishes the archive; does not close the stream. The manifest comes last: without it, a back-up is cut off. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public Summary writeTo(OutputStream target) throws IOException {
        try {
            return uploads.through(() -> written(target));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** No sweep runs meanwhile: it would delete files that the snapshot still names. */
    private Summary written(OutputStream target) {
        try {
            return write(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Summary write(OutputStream target) throws IOException {
        var zip = new ZipOutputStream(new Unclosed(target), StandardCharsets.UTF_8);
        zip.setLevel(Deflater.BEST_SPEED);
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("format", FORMAT);
        manifest.put("id", ids.next().toString());
        manifest.put("made", clock.instant().toString());
        Map<String, Long> rows = tables(zip, manifest);
        long[] files = files(zip);
        manifest.put("rows", rows);
        manifest.put("files", files[0]);
        manifest.put("bytes", files[1]);
        zip.putNextEntry(new ZipEntry(MANIFEST));
        zip.write(Json.write(manifest).getBytes(StandardCharsets.UTF_8));
        zip.finish();
        zip.flush();
        return new Summary(rows, files[0], files[1]);
    }

    private Map<String, Long> tables(ZipOutputStream zip, Map<String, Object> manifest) throws IOException {
        return Snapshot.of(database, connection -> {
            var tables = new BackupTables(connection);
            manifest.put("schema", tables.schemaVersion().orElseThrow());
            var rows = new LinkedHashMap<String, Long>();
            for (String table : tables.inOrder()) {
                rows.put(table, table(zip, connection, table, tables.columns(table)));
            }
            return rows;
        });
    }

    private static long table(ZipOutputStream zip, Connection connection, String table, List<BackupColumn> columns)
            throws SQLException, IOException {
        zip.putNextEntry(new ZipEntry("tables/" + table + ".ndjson"));
        List<String> names = columns.stream().map(BackupColumn::name).toList();
        line(zip, Json.write(columns));
        long count = 0;
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCH);
            try (ResultSet rows = statement.executeQuery("select " + String.join(", ", names) + " from " + table)) {
                while (rows.next()) {
                    line(zip, Json.write(row(rows, columns)));
                    count++;
                }
            }
        }
        zip.closeEntry();
        return count;
    }

    private static ArrayNode row(ResultSet rows, List<BackupColumn> columns) throws SQLException {
        ArrayNode row = JsonNodeFactory.instance.arrayNode(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            row.add(columns.get(i).read(rows, i + 1));
        }
        return row;
    }

    private static void line(OutputStream out, String json) throws IOException {
        out.write(json.getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }

    private long[] files(ZipOutputStream zip) throws IOException {
        long[] sum = new long[2];
        Path data = settings.dataFolder();
        for (String folder : FOLDERS) {
            for (Path file : filesIn(data.resolve(folder))) {
                long size = file(zip, data, file);
                if (size >= 0) {
                    sum[0]++;
                    sum[1] += size;
                }
            }
        }
        return sum;
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !folder.relativize(file).startsWith("incoming"))
                    .sorted()
                    .toList();
        }
    }

    /** @return -1 if it was deleted meanwhile: erased content is not kept by a back-up */
    private static long file(ZipOutputStream zip, Path data, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            zip.putNextEntry(new ZipEntry(data.relativize(file).toString().replace('\\', '/')));
            long size = in.transferTo(zip);
            zip.closeEntry();
            return size;
        } catch (NoSuchFileException e) {
            return -1;
        }
    }

    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
