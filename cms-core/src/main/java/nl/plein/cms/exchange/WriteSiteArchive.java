package nl.plein.cms.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.sql.DataSource;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.media.BlobStore;
import nl.plein.cms.publishing.MarkDrafts;
import nl.plein.cms.tenancy.SiteState;
import nl.plein.cms.tenancy.Sites;

/**
 * Writes everything that a site is, with its history, as of one instant. Speaks SQL to the tables of other rooms, as a
 * back-up does (docs/decisions/0060, 0080).
 *
 * <p>No gate keeps sweeps away meanwhile, since uploads would wait as long: a file is swept only after an erasure, and
 * after one the archive holds words that were to go, so it is not given out at all.
 */
@ApplicationScoped
class WriteSiteArchive {

    @Inject
    DataSource database;

    @Inject
    BlobStore blobs;

    /** Hears how far it is, in rows and files, and may throw to stop. */
    interface Watch {
        void at(long done, long total);
    }

    /**
     * Does not close the stream.
     *
     * @throws Conflict {@code erased-meanwhile}
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public SiteManifest perform(SiteId site, OutputStream target, Watch watch) throws IOException {
        return Snapshot.of(database, connection -> new Run(connection, site, watch).write(target));
    }

    /** @throws Conflict {@code erased-meanwhile} if an entry was erased since */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void refuseIfErased(SiteId site, SiteManifest written) throws IOException {
        long then = written.rows(SiteTables.ERASURES);
        long now = Snapshot.of(database, connection -> SiteTables.ERASURES.count(connection, site.value()));
        if (now != then) {
            throw new Conflict(
                    "erased-meanwhile", "An entry was erased while the site was being exported: export it again.");
        }
    }

    private final class Run {
        private final Connection connection;
        private final SiteId site;
        private final Watch watch;
        private long done;
        private long total;

        Run(Connection connection, SiteId site, Watch watch) {
            this.connection = connection;
            this.site = site;
            this.watch = watch;
        }

        SiteManifest write(OutputStream target) throws SQLException, IOException {
            for (SiteTable table : SiteTables.ALL) {
                total += table.count(connection, site.value());
            }
            List<String> files = files();
            total += files.size();
            var writer = new SiteArchiveWriter(target);
            Map<String, SiteManifest.Member> members = new LinkedHashMap<>();
            for (SiteTable table : SiteTables.ALL) {
                writer.begin(table.member());
                table.each(connection, site.value(), row -> {
                    writer.line(row);
                    watch.at(++done, total);
                });
                members.put(table.member(), writer.end());
            }
            long bytes = 0;
            for (String file : files) {
                bytes += blob(writer, file);
                watch.at(++done, total);
            }
            SiteManifest manifest = head(members, files.size(), bytes);
            writer.manifest(manifest);
            writer.finish();
            return manifest;
        }

        private List<String> files() throws SQLException {
            var files = new TreeSet<String>();
            try (PreparedStatement query =
                    connection.prepareStatement("select distinct a.sha256 from asset a where a.site_id = ?")) {
                query.setString(1, site.value());
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        files.add(rows.getString(1));
                    }
                }
            }
            return List.copyOf(files);
        }

        private long blob(SiteArchiveWriter writer, String file) throws IOException {
            try (InputStream in = blobs.open(file)
                    .orElseThrow(() -> new Conflict(
                            "file-gone",
                            "The file " + file + " of the site is gone. If an entry was erased meanwhile, export again;"
                                    + " if not, the data folder is not whole."))) {
                return writer.file(SiteManifest.FOLDER + file, in);
            }
        }

        private SiteManifest head(Map<String, SiteManifest.Member> members, long files, long bytes)
                throws SQLException {
            try (PreparedStatement query = connection.prepareStatement(
                    "select h.name, h.state, h.version, coalesce(c.version, 0), h.time_zone, h.locales from site_head h"
                            + " left join follower_cursor c on c.site_id = h.id and c.follower = ? where h.id = ?")) {
                query.setString(1, MarkDrafts.NAME);
                query.setString(2, site.value());
                try (ResultSet head = query.executeQuery()) {
                    if (!head.next()) {
                        throw Sites.unknown(site);
                    }
                    return new SiteManifest(
                            site.value(),
                            head.getString(1),
                            SiteState.valueOf(head.getString(2)),
                            head.getLong(3),
                            head.getLong(4),
                            head.getString(5),
                            List.of(head.getString(6).split(",")),
                            hosts(),
                            members,
                            files,
                            bytes);
                }
            }
        }

        private List<SiteManifest.Host> hosts() throws SQLException {
            List<SiteManifest.Host> hosts = new ArrayList<>();
            try (PreparedStatement query =
                    connection.prepareStatement("select host, canonical from hostname where site_id = ?")) {
                query.setString(1, site.value());
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        hosts.add(new SiteManifest.Host(rows.getString(1), rows.getBoolean(2)));
                    }
                }
            }
            hosts.sort(Comparator.comparing(SiteManifest.Host::canonical)
                    .reversed()
                    .thenComparing(SiteManifest.Host::host));
            return hosts;
        }
    }
}
