package nl.plein.cms.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import nl.plein.cms.content.CreateEntry;
import nl.plein.cms.content.NewEntry;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.media.BlobStore;
import nl.plein.cms.media.StoreAsset;
import nl.plein.cms.model.DefineType;
import nl.plein.cms.tenancy.AddHostname;
import nl.plein.cms.tenancy.CloseSite;
import nl.plein.cms.tenancy.DeleteSite;
import nl.plein.cms.tenancy.Hostname;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.testkit.OnEveryDatabase;
import nl.plein.cms.testkit.Plein;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEveryDatabase
class DeletedSiteTest {

    @Parameter
    Plein plein;

    @Test
    void a_deleted_site_leaves_no_row_in_any_table() throws SQLException {
        Newsroom gone = aFullSite();
        Newsroom kept = aFullSite();
        Map<String, Long> before = rowsOf(kept.site);
        assertThat(rowsOf(gone.site))
                .containsKeys("entry", "revision", "publication", "site_part", "asset", "hostname");

        plein.get(CloseSite.class).perform(gone.id());
        plein.inAgency(gone.site.agency(), () -> plein.get(DeleteSite.class).perform(gone.id()));

        assertThat(rowsOf(gone.site)).isEmpty();
        assertThat(rowsOf(kept.site)).isEqualTo(before);
    }

    private Newsroom aFullSite() {
        var room = new Newsroom(plein);
        SiteRef site = room.site;
        plein.get(AddHostname.class)
                .perform(site.id(), Hostname.of(site.id() + ".example"), AddHostname.Rank.CANONICAL);
        plein.inAgency(site.agency(), () -> {
            plein.get(DefineType.class)
                    .perform(Json.parse("{\"key\":\"page\",\"name\":{\"nl\":\"Pagina\"},\"tree\":true,"
                            + "\"fields\":[{\"key\":\"title\",\"kind\":\"text\"}]}"));
            plein.get(CreateEntry.class)
                    .perform(site.id(), NewEntry.of("page", "nl", Json.parse("{\"title\":\"Hallo\"}")));
            plein.get(StoreAsset.class)
                    .perform(
                            site.id(),
                            "plan.pdf",
                            plein.get(BlobStore.class)
                                    .put(new java.io.ByteArrayInputStream("%PDF-".getBytes(StandardCharsets.UTF_8))));
        });
        room.publish(Newsroom.page(Newsroom.anEntry(), "/hallo", "Hallo"));
        return room;
    }

    /** Rows with this site's id, by table, without empty ones and without what followers are writing meanwhile. */
    private Map<String, Long> rowsOf(SiteRef site) throws SQLException {
        Map<String, Long> rows = new LinkedHashMap<>();
        try (Connection connection = plein.get(DataSource.class).getConnection();
                ResultSet columns = connection.getMetaData().getColumns(null, null, "%", "%")) {
            while (columns.next()) {
                String table = columns.getString("TABLE_NAME");
                boolean moves = table.equalsIgnoreCase("follower_cursor");
                if (columns.getString("COLUMN_NAME").equalsIgnoreCase("site_id") && !moves) {
                    long count = count(connection, table, site);
                    if (count > 0) {
                        rows.put(table.toLowerCase(java.util.Locale.ROOT), count);
                    }
                }
            }
        }
        return rows;
    }

    private static long count(Connection connection, String table, SiteRef site) throws SQLException {
        try (var statement = connection.prepareStatement("select count(*) from " + table + " where site_id = ?")) {
            statement.setString(1, site.id().value());
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }
}
