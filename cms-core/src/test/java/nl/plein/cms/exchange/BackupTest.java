package nl.plein.cms.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.media.BlobStore;
import nl.plein.cms.media.StoreAsset;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.testkit.Database;
import nl.plein.cms.testkit.Plein;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class BackupTest {

    @TempDir
    Path folder;

    static Stream<Arguments> fromAndTo() {
        return Stream.of(
                Arguments.of(Database.H2, Database.H2),
                Arguments.of(Database.H2, Database.POSTGRESQL),
                Arguments.of(Database.POSTGRESQL, Database.H2));
    }

    @ParameterizedTest
    @MethodSource("fromAndTo")
    void a_restored_installation_has_the_same_rows_and_files(Database from, Database to) throws Exception {
        Path file = folder.resolve("backup.zip");
        Plein source = Plein.fresh(from);
        try {
            aLivedInInstallation(source);
            awaitSeals(source);
            try (var out = Files.newOutputStream(file)) {
                var summary = source.get(Backup.class).writeTo(out);
                assertThat(summary.files()).isEqualTo(2);
                assertThat(summary.rows()).containsEntry("asset", 2L).containsEntry("site_head", 2L);
            }
            Plein target = restored(to, file);
            try {
                var restored = rows(target);
                var original = rows(source);
                var trailKey = original.get("installation_secret").stream()
                        .filter(row -> row.contains("trail-key"))
                        .toList();
                assertThat(trailKey).hasSize(1);
                assertThat(restored.get("installation_secret"))
                        .as("the trail goes on with the key that it was written with")
                        .containsAll(trailKey);
                for (String own : List.of("installation_secret", "one_time_link")) {
                    restored.get(own).removeAll(trailKey);
                    original.get(own).removeAll(trailKey);
                    assertThat(restored.remove(own))
                            .as("a restored installation has a key and a link for its first administrator of its own")
                            .hasSize(1)
                            .doesNotContainAnyElementsOf(original.remove(own));
                }
                assertThat(restored).isEqualTo(original);
                assertThat(files(target)).isEqualTo(files(source)).hasSize(2);
            } finally {
                target.close();
            }
        } finally {
            source.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_back_up_shows_one_instant(Database database) throws Exception {
        Plein plein = Plein.fresh(database);
        try {
            SiteRef site = aLivedInInstallation(plein);
            Path file = folder.resolve("backup.zip");
            try (var out = Files.newOutputStream(file)) {
                plein.get(Backup.class).writeTo(new Disturbed(out, () -> store(plein, site, "later.txt", "later")));
            }
            Plein target = restored(Database.H2, file);
            try {
                assertThat(rows(target).get("asset")).hasSize(2);
            } finally {
                target.close();
            }
        } finally {
            plein.close();
        }
    }

    @Test
    void only_an_empty_installation_is_filled_and_only_from_a_whole_back_up() throws Exception {
        Plein plein = Plein.fresh(Database.H2);
        try {
            Path file = folder.resolve("backup.zip");
            var bytes = new ByteArrayOutputStream();
            plein.get(Backup.class).writeTo(bytes);
            Files.write(file, bytes.toByteArray());
            aLivedInInstallation(plein);
            var before = rows(plein);

            assertThatThrownBy(() -> plein.get(Restore.class).perform(file)).hasMessageContaining("not empty");
            assertThat(rows(plein)).isEqualTo(before);

            Path other = Zips.of(folder, java.util.Map.of("tables/agency.ndjson", "[]"));
            assertThatThrownBy(() -> plein.get(Restore.class).perform(other)).hasMessageContaining("cut off");
        } finally {
            plein.close();
        }
    }

    /** A new, empty installation that is started with {@code plein.restore}. */
    private static Plein restored(Database database, Path file) {
        System.setProperty("plein.restore", file.toString());
        try {
            return Plein.fresh(database);
        } finally {
            System.clearProperty("plein.restore");
        }
    }

    /** Does something else once the back-up has begun to write. */
    private static final class Disturbed extends FilterOutputStream {
        private final Runnable disturbance;
        private boolean done;

        Disturbed(OutputStream out, Runnable disturbance) {
            super(out);
            this.disturbance = disturbance;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            if (!done) {
                done = true;
                disturbance.run();
            }
        }
    }

    private static SiteRef aLivedInInstallation(Plein plein) {
        SiteRef site = plein.aSite();
        plein.aSiteOf(site.agency());
        store(plein, site, "één.txt", "Eén zin.");
        store(plein, site, "two.txt", "Two\u0000\n\"sentences\".");
        return site;
    }

    /** The trail is sealed some moments after the acts that it tells of. */
    private static void awaitSeals(Plein plein) throws Exception {
        try (Connection connection = plein.get(DataSource.class).getConnection();
                var statement = connection.createStatement()) {
            for (int open = 1, tries = 0; open > 0; tries++) {
                assertThat(tries).as("tries until the trail is sealed").isLessThan(1_000);
                Thread.sleep(20);
                try (ResultSet found = statement.executeQuery("select count(*) from audit_event where seal is null")) {
                    found.next();
                    open = found.getInt(1);
                }
            }
        }
    }

    private static void store(Plein plein, SiteRef site, String name, String text) {
        SiteId id = site.id();
        plein.inAgency(site.agency(), () -> {
            var stored =
                    plein.get(BlobStore.class).put(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            plein.get(StoreAsset.class).perform(id, name, stored);
        });
    }

    /** Every row of every table as text, sorted. */
    private static TreeMap<String, List<String>> rows(Plein plein) throws Exception {
        var all = new TreeMap<String, List<String>>();
        try (Connection connection = plein.get(DataSource.class).getConnection()) {
            var tables = new BackupTables(connection);
            for (String table : tables.inOrder()) {
                var columns = tables.columns(table);
                columns.sort(java.util.Comparator.comparing(BackupColumn::name));
                var rows = new ArrayList<String>();
                String names = String.join(
                        ", ", columns.stream().map(BackupColumn::name).toList());
                try (var statement = connection.createStatement();
                        ResultSet found = statement.executeQuery("select " + names + " from " + table)) {
                    while (found.next()) {
                        var row = new StringBuilder();
                        for (int i = 0; i < columns.size(); i++) {
                            row.append(columns.get(i).name())
                                    .append('=')
                                    .append(columns.get(i).read(found, i + 1))
                                    .append(' ');
                        }
                        rows.add(row.toString());
                    }
                }
                rows.sort(null);
                all.put(table, rows);
            }
        }
        return all;
    }

    private static TreeMap<String, String> files(Plein plein) throws IOException {
        var files = new TreeMap<String, String>();
        for (String name : Backup.FOLDERS) {
            Path root = plein.folder().resolve(name);
            if (Files.isDirectory(root)) {
                try (var walk = Files.walk(root)) {
                    for (Path file : walk.filter(Files::isRegularFile).toList()) {
                        files.put(root.relativize(file).toString(), Files.readString(file));
                    }
                }
            }
        }
        return files;
    }
}
