package nl.plein.cms.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import nl.plein.cms.content.SoundPayloads;
import nl.plein.cms.jobs.JobId;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.model.ContentTypes;
import nl.plein.cms.tenancy.SiteRef;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes all rows of an archive in one transaction, the site's head at its end: until then there is no such site, and a
 * kill leaves nothing. Speaks SQL to the tables of other rooms (docs/decisions/0060, 0080).
 */
@ApplicationScoped
class SiteRows {

    private static final int BATCH = 500;

    /** Characters of a batch at most, so that long texts fill no memory. */
    private static final int LONGEST_BATCH = 4 << 20;

    @Inject
    DataSource database;

    @Inject
    SoundPayloads payloads;

    @Inject
    ContentTypes types;

    @Inject
    ArchivedFiles files;

    /**
     * @param site   as it shall be
     * @param job    whose report is written with the rows, so that it tells whether they are there
     * @param report completed with what is only known now
     * @throws Conflict {@code entries-exist}
     * @throws nl.plein.cms.kernel.Invalid {@code archive-damaged}
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void perform(SiteArchive archive, SiteRef site, JobId job, ObjectNode report, WriteSiteArchive.Watch watch)
            throws IOException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                SiteHeadRows.Written written = new Run(connection, archive, site, watch).write();
                report.put("people", written.people()).put("mended", written.mended());
                written.takenHosts().forEach(report.putArray("takenHosts")::add);
                report(connection, job, report);
                files.keep(archive, connection::commit);
            } catch (SQLException | IOException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the site can't be written", e);
        }
    }

    /** @throws Conflict {@code entries-exist} */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void refuseIfThere(SiteArchive archive) throws IOException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select 1 from entry where id = ?")) {
            archive.each(SiteTables.ENTRIES, row -> {
                query.setObject(1, UUID.fromString(row.path("id").stringValue()));
                try (ResultSet found = query.executeQuery()) {
                    if (found.next()) {
                        throw there();
                    }
                }
            });
        } catch (SQLException e) {
            throw new IllegalStateException("the entries can't be looked up", e);
        }
    }

    private static void report(Connection connection, JobId job, ObjectNode report) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update job set report = ? where id = ?")) {
            update.setString(1, Json.write(report));
            update.setObject(2, job.value());
            update.executeUpdate();
        }
    }

    private final class Run {
        private final Connection connection;
        private final SiteArchive archive;
        private final SiteRef site;
        private final WriteSiteArchive.Watch watch;
        private final long model = types.version();
        private long done;

        Run(Connection connection, SiteArchive archive, SiteRef site, WriteSiteArchive.Watch watch) {
            this.connection = connection;
            this.archive = archive;
            this.site = site;
            this.watch = watch;
        }

        SiteHeadRows.Written write() throws SQLException, IOException {
            var sound = new SoundRows(connection, archive, site, payloads);
            for (SiteTable table : SiteTables.ROWS) {
                fill(table, sound);
            }
            holdPlaces();
            refuseOtherVersions();
            return new SiteHeadRows(connection, archive, site).write(sound.mended());
        }

        private void fill(SiteTable table, SoundRows sound) throws SQLException, IOException {
            try (PreparedStatement insert = connection.prepareStatement(table.insert())) {
                var batch = new Batch(table, insert, sound);
                archive.each(table, batch::add);
                batch.write();
            }
        }

        /** Some rows that are judged and written together. */
        private final class Batch {
            private final SiteTable table;
            private final PreparedStatement insert;
            private final SoundRows sound;
            private final List<ObjectNode> rows = new ArrayList<>();
            private long length;

            Batch(SiteTable table, PreparedStatement insert, SoundRows sound) {
                this.table = table;
                this.insert = insert;
                this.sound = sound;
            }

            void add(ObjectNode row) throws SQLException, IOException {
                rows.add(row);
                length += row.path("payload").asString("").length();
                if (rows.size() == BATCH || length > LONGEST_BATCH) {
                    write();
                }
            }

            void write() throws SQLException, IOException {
                if (rows.isEmpty()) {
                    return;
                }
                sound.judge(table, rows);
                for (ObjectNode row : rows) {
                    table.bind(insert, row, site.agency().value(), site.id().value(), model);
                    insert.addBatch();
                }
                try {
                    insert.executeBatch();
                } catch (SQLException e) {
                    throw explained(table, e);
                }
                done += rows.size();
                watch.at(done, archive.size());
                rows.clear();
                length = 0;
            }
        }

        private void holdPlaces() throws SQLException {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into held_place (agency_id, place, site_id, audience, locale, entry_id)"
                            + " select p.agency_id, p.place, p.site_id, p.audience, p.locale, p.entry_id"
                            + " from publication p, publication_span s where s.id = p.id and p.site_id = ?"
                            + " and s.to_version = 9223372036854775807")) {
                insert.setString(1, site.id().value());
                insert.executeUpdate();
            } catch (SQLException e) {
                throw explained(SiteTables.SPANS, e);
            }
        }

        /** Nothing begins, ends or changes after the newest. */
        private void refuseOtherVersions() throws SQLException {
            String beyond = "select count(*) from %s where site_id = ? and (from_version > ? or changed_version > ?"
                    + " or to_version > ? and to_version <> 9223372036854775807)";
            long newest = number("select coalesce(max(version), 0) from site_version where site_id = ?");
            if (newest != site.version()) {
                throw SiteArchive.damaged(SiteTables.VERSIONS.member(), "its last version is not the site's");
            }
            for (SiteTable table : List.of(SiteTables.SPANS, SiteTables.PARTS)) {
                if (number(beyond.formatted(table.table()), newest, newest, newest) > 0) {
                    throw SiteArchive.damaged(table.member(), "it names a version that the site does not have");
                }
            }
        }

        private long number(String query, long... numbers) throws SQLException {
            try (PreparedStatement select = connection.prepareStatement(query)) {
                select.setString(1, site.id().value());
                for (int i = 0; i < numbers.length; i++) {
                    select.setLong(i + 2, numbers[i]);
                }
                try (ResultSet found = select.executeQuery()) {
                    found.next();
                    return found.getLong(1);
                }
            }
        }
    }

    /** What a row that can't be written says about its archive. */
    static RuntimeException explained(SiteTable table, SQLException e) {
        String state = String.valueOf(e.getSQLState());
        if (state.equals("23505")) {
            return there();
        }
        if (state.startsWith("22") || state.startsWith("23")) {
            return SiteArchive.damaged(table.member(), "a value is none that it can have");
        }
        return new IllegalStateException("the rows of " + table.member() + " can't be written", e);
    }

    static Conflict there() {
        return new Conflict(
                "entries-exist",
                "Entries of this site are in this installation already, in a site of another name. Within an"
                        + " installation a site is copied with POST …/duplicates.");
    }
}
