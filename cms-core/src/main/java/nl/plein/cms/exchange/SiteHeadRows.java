package nl.plein.cms.exchange;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.plein.cms.publishing.MarkDrafts;
import nl.plein.cms.tenancy.Hostname;
import nl.plein.cms.tenancy.SiteRef;

/** Writes what ties an imported site to this installation: its people, its head and its hostnames. */
final class SiteHeadRows {

    private static final OffsetDateTime LONG_AGO = OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private final Connection connection;
    private final SiteArchive archive;
    private final SiteRef site;

    SiteHeadRows(Connection connection, SiteArchive archive, SiteRef site) {
        this.connection = connection;
        this.archive = archive;
        this.site = site;
    }

    /**
     * @param takenHosts hostnames that other sites have
     * @param people     how many were not known here
     * @param mended     texts that were brought into normal form
     */
    record Written(List<String> takenHosts, int people, long mended) {

        Written {
            takenHosts = List.copyOf(takenHosts);
        }
    }

    Written write(long mended) throws SQLException, IOException {
        int people = people();
        head();
        marks();
        return new Written(hosts(), people, mended);
    }

    /** So that history keeps its authors. Who is not known here may do nothing here. */
    private int people() throws SQLException, IOException {
        int[] added = new int[1];
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into person (id, name, since, blocked) select cast(? as uuid), cast(? as varchar(200)),"
                        + " cast(? as timestamp with time zone), true"
                        + " where not exists (select 1 from person p where p.id = ?)")) {
            var columns = SiteTables.PEOPLE.columns();
            archive.each(SiteTables.PEOPLE, row -> {
                for (int i = 0; i < columns.size(); i++) {
                    columns.get(i)
                            .column()
                            .write(insert, i + 1, row.path(columns.get(i).member()));
                }
                insert.setObject(
                        columns.size() + 1, UUID.fromString(row.path("id").stringValue()));
                added[0] += insert.executeUpdate();
            });
        } catch (SQLException e) {
            throw SiteRows.explained(SiteTables.PEOPLE, e);
        }
        return added[0];
    }

    private void head() throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into site_head (id, agency_id, version, name, state, time_zone, locales)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, site.id().value());
            insert.setString(2, site.agency().value());
            insert.setLong(3, site.version());
            insert.setString(4, site.name());
            insert.setString(5, site.state().name());
            insert.setString(6, site.timeZone());
            insert.setString(7, String.join(",", site.locales()));
            insert.executeUpdate();
        }
    }

    /** The drafts came with their marks: telling them all of history once more would take entries out of the archive. */
    private void marks() throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from follower_cursor where site_id = ?");
                PreparedStatement insert = connection.prepareStatement(
                        "insert into follower_cursor (follower, site_id, version, tries, next_try_at, failure, moved_at,"
                                + " claimed_by, claimed_until) values (?, ?, ?, 0, ?, '', ?, '', ?)")) {
            delete.setString(1, site.id().value());
            delete.executeUpdate();
            insert.setString(1, MarkDrafts.NAME);
            insert.setString(2, site.id().value());
            insert.setLong(3, Math.max(0, Math.min(archive.manifest().marked(), site.version())));
            for (int i = 4; i <= 6; i++) {
                insert.setObject(i, LONG_AGO);
            }
            insert.executeUpdate();
        }
    }

    /** The first that is free is the canonical one. @return those that other sites have */
    private List<String> hosts() throws SQLException {
        List<String> taken = new ArrayList<>();
        boolean first = true;
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into hostname (host, site_id, canonical) select cast(? as varchar(253)),"
                        + " cast(? as varchar(63)), cast(? as boolean)"
                        + " where not exists (select 1 from hostname h where h.host = ?)")) {
            for (SiteManifest.Host host : archive.manifest().hosts()) {
                String name = Hostname.of(host.host()).value();
                insert.setString(1, name);
                insert.setString(2, site.id().value());
                insert.setBoolean(3, first);
                insert.setString(4, name);
                if (insert.executeUpdate() == 0) {
                    taken.add(name);
                } else {
                    first = false;
                }
            }
        }
        return taken;
    }
}
