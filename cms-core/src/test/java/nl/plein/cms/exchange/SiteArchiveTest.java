package nl.plein.cms.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.plein.cms.jobs.JobId;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.NotPermitted;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.AddPerson;
import nl.plein.cms.people.Caller;
import nl.plein.cms.people.Calling;
import nl.plein.cms.people.GrantRole;
import nl.plein.cms.people.Role;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.publishing.EraseEntry;
import nl.plein.cms.publishing.Followers;
import nl.plein.cms.publishing.Moments;
import nl.plein.cms.publishing.PathAnswer;
import nl.plein.cms.publishing.Publications;
import nl.plein.cms.search.SearchFollower;
import nl.plein.cms.tenancy.AddHostname;
import nl.plein.cms.tenancy.CloseSite;
import nl.plein.cms.tenancy.CurrentSites;
import nl.plein.cms.tenancy.DeleteSite;
import nl.plein.cms.tenancy.Hostname;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.tenancy.Sites;
import nl.plein.cms.testkit.Database;
import nl.plein.cms.testkit.Plein;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SiteArchiveTest {

    static Stream<Arguments> fromAndTo() {
        return Stream.of(
                Arguments.of(Database.H2, Database.H2),
                Arguments.of(Database.H2, Database.POSTGRESQL),
                Arguments.of(Database.POSTGRESQL, Database.H2));
    }

    @ParameterizedTest
    @MethodSource("fromAndTo")
    void an_imported_site_has_the_same_archive_byte_by_byte(Database from, Database to) throws Exception {
        Plein source = Plein.fresh(from);
        Plein target = Plein.fresh(to);
        try {
            LivedInSite lived = LivedInSite.on(source);
            byte[] archive = new SiteExchange(source).exported(lived.site);

            var standing = target.get(CurrentSites.class);
            assertThat(standing.of(lived.site.id(), "").site()).isEmpty();

            SiteRef imported =
                    new SiteExchange(target).imported(target.anAgency().id(), archive);
            assertThat(standing.of(lived.site.id(), "").site()).contains(imported);

            assertThat(imported.version())
                    .isEqualTo(source.get(Sites.class).get(lived.site.id()).version())
                    .isGreaterThan(15);
            isEqual(new SiteExchange(target).exported(imported), archive);
            assertThat(places(target)).isEqualTo(places(source)).hasSizeGreaterThan(5);
            everyMemberSaysSomething(new ForgedArchive(archive));
            isDelivered(target, imported);
        } finally {
            target.close();
            source.close();
        }
    }

    /** Member by member first, so that a failure tells where. */
    private static void isEqual(byte[] archive, byte[] other) {
        var one = new ForgedArchive(archive);
        for (SiteTable table : SiteTables.ALL) {
            assertThat(one.text(table.member())).isEqualTo(new ForgedArchive(other).text(table.member()));
        }
        assertThat(one.text(SiteManifest.NAME)).isEqualTo(new ForgedArchive(other).text(SiteManifest.NAME));
        assertThat(archive).isEqualTo(other);
    }

    /** So that the round trip proves something of each table. */
    private static void everyMemberSaysSomething(ForgedArchive archive) {
        for (SiteTable table : SiteTables.ALL) {
            if (table != SiteTables.KEPT) {
                assertThat(archive.text(table.member())).as(table.member()).isNotEmpty();
            }
        }
        assertThat(archive.text("parts.ndjson")).contains("MOVED", "VANISHED", "HAND");
        assertThat(archive.text("spans.ndjson")).contains("WITHDRAWN", "SUPERSEDED");
        assertThat(archive.text("contents.ndjson")).doesNotContain("Naam van iemand");
        assertThat(archive.text("entries.ndjson")).contains("agency", "elders:team");
    }

    private static void isDelivered(Plein target, SiteRef site) {
        target.get(Followers.class).catchUp();
        target.inAgency(site.agency(), () -> {
            var now = target.get(Moments.class).now(site.id());
            assertThat(target.get(Publications.class).byPath(site.id(), "/over-ons/team", Viewer.PUBLIC, now))
                    .isInstanceOf(PathAnswer.Found.class);
            assertThat(target.get(Publications.class).byPath(site.id(), "/nieuws/intern", Viewer.PUBLIC, now))
                    .isNotInstanceOf(PathAnswer.Found.class);
            assertThat(target.get(SearchFollower.class).reached(site.id())).hasValue(site.version());
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL"})
    void every_table_and_column_is_in_the_archive_or_left_out_for_a_reason(Database database) throws Exception {
        Set<String> undecided = new TreeSet<>();
        Set<String> declared = new TreeSet<>();
        for (SiteTable table : SiteTables.ALL) {
            table.columns()
                    .forEach(kept ->
                            declared.add(table.table() + "." + kept.column().name()));
            table.filled().keySet().forEach(column -> declared.add(table.table() + "." + column));
            table.left().keySet().forEach(column -> declared.add(table.table() + "." + column));
        }
        Set<String> there = new TreeSet<>();
        try (Connection connection = Plein.on(database).get(DataSource.class).getConnection()) {
            var tables = new BackupTables(connection);
            Set<String> nullable = nullable(connection);
            for (SiteTable table : SiteTables.ALL) {
                table.columns().forEach(kept -> assertThat(kept.nullable())
                        .as(table.table() + "." + kept.column().name())
                        .isEqualTo(nullable.contains(
                                table.table() + "." + kept.column().name())));
            }
            for (String table : tables.inOrder()) {
                if (SiteTables.LEFT_OUT.containsKey(table)) {
                    continue;
                }
                for (BackupColumn column : tables.columns(table)) {
                    there.add(table + "." + column.name());
                    if (!declared.contains(table + "." + column.name())) {
                        undecided.add(table + "." + column.name());
                    }
                }
            }
            assertThat(tables.inOrder()).containsAll(SiteTables.LEFT_OUT.keySet());
        }

        assertThat(undecided).isEmpty();
        assertThat(declared).isEqualTo(there);
    }

    private static Set<String> nullable(Connection connection) throws Exception {
        Set<String> nullable = new TreeSet<>();
        try (ResultSet columns =
                connection.getMetaData().getColumns(connection.getCatalog(), connection.getSchema(), "%", "%")) {
            while (columns.next()) {
                if (columns.getString("IS_NULLABLE").equals("YES")) {
                    nullable.add((columns.getString("TABLE_NAME") + "." + columns.getString("COLUMN_NAME"))
                            .toLowerCase(Locale.ROOT));
                }
            }
        }
        return nullable;
    }

    @Test
    void a_site_that_is_deleted_comes_back_with_its_hosts_and_people() throws Exception {
        Plein plein = Plein.fresh(Database.H2);
        try {
            LivedInSite lived = LivedInSite.on(plein);
            var exchange = new SiteExchange(plein);
            byte[] archive = exchange.exported(lived.site);
            plein.inAgency(lived.site.agency(), () -> {
                plein.get(CloseSite.class).perform(lived.site.id());
                plein.get(DeleteSite.class).perform(lived.site.id());
            });

            SiteRef back = exchange.imported(lived.site.agency(), archive);

            isEqual(exchange.exported(back), archive);
        } finally {
            plein.close();
        }
    }

    @Test
    void taken_hosts_are_left_out_and_unknown_people_may_do_nothing() throws Exception {
        Plein source = Plein.fresh(Database.H2);
        Plein target = Plein.fresh(Database.H2);
        try {
            LivedInSite lived = LivedInSite.on(source);
            byte[] archive = new SiteExchange(source).exported(lived.site);
            SiteRef other = target.aSite();
            String host = lived.site.id() + ".example";
            target.get(AddHostname.class).perform(other.id(), Hostname.of(host), AddHostname.Rank.ALIAS);

            var job = new SiteExchange(target)
                    .importing(target.anAgency().id(), archive, Optional.of("elders"), Optional.of("Elders"));

            var report = job.report().orElseThrow();
            assertThat(report.path("site").asString()).isEqualTo("elders");
            assertThat(report.path("people").asInt()).isEqualTo(1);
            assertThat(report.path("mended").asInt()).isZero();
            assertThat(report.path("takenHosts").values())
                    .extracting(one -> one.asString())
                    .containsExactly(host);
            SiteRef site = target.get(Sites.class).byHost("www." + host).orElseThrow();
            assertThat(site.name()).isEqualTo("Elders");
            assertThat(site.version()).isEqualTo(report.path("version").asLong() + 1);
            assertThat(target.get(Sites.class).hostsOf(site.id()).get(0).isCanonical())
                    .isTrue();
            assertThat(rows(
                            target,
                            "select name, blocked from person p where not exists"
                                    + " (select 1 from membership m where m.person_id = p.id)"))
                    .containsExactly("Noor de Wit true");
        } finally {
            target.close();
            source.close();
        }
    }

    @Test
    void only_who_may_manage_the_site_and_read_its_history_exports_it() {
        Plein plein = Plein.on(Database.H2);
        SiteRef site = plein.aSite();
        for (Role role : Role.values()) {
            var person = plein.get(AddPerson.class).perform("Iemand");
            plein.get(GrantRole.class).onSite(person, site.id(), role);
            Runnable export = () -> plein.inAgency(site.agency(), () -> plein.get(Calling.class)
                    .as(
                            new Caller(Caller.Kind.PERSON, Optional.of(person), "Iemand"),
                            () -> plein.get(StartSiteExport.class).perform(site.id())));
            if (role == Role.ADMINISTRATOR) {
                export.run();
            } else {
                assertThatThrownBy(export::run).isInstanceOf(NotPermitted.class);
            }
        }
    }

    @Test
    void what_is_erased_while_a_site_is_exported_is_not_given_out() throws Exception {
        Plein plein = Plein.fresh(Database.H2);
        try {
            LivedInSite lived = LivedInSite.on(plein);
            boolean[] done = new boolean[1];
            SiteManifest written = plein.get(WriteSiteArchive.class)
                    .perform(lived.site.id(), OutputStream.nullOutputStream(), (at, total) -> {
                        if (!done[0]) {
                            done[0] = true;
                            erase(plein, lived, lived.gone);
                        }
                    });

            assertThatThrownBy(() -> plein.get(WriteSiteArchive.class).refuseIfErased(lived.site.id(), written))
                    .isInstanceOf(Conflict.class)
                    .hasMessageContaining("export it again");
        } finally {
            plein.close();
        }
    }

    @Test
    void an_export_is_kept_for_a_day_or_until_something_is_erased() throws Exception {
        Plein plein = Plein.fresh(Database.H2);
        try {
            LivedInSite lived = LivedInSite.on(plein);
            var exchange = new SiteExchange(plein);
            var exports = plein.get(SiteExports.class);
            exchange.exported(lived.site);
            JobId first = lastJob(plein);
            assertThat(exports.find(lived.site.id(), first)).isPresent();
            assertThat(exports.find(plein.aSite().id(), first)).isEmpty();

            erase(plein, lived, lived.gone);
            assertThat(exports.find(lived.site.id(), first)).isEmpty();

            exchange.exported(lived.site);
            JobId second = lastJob(plein);
            plein.clock().advance(SiteExports.KEPT.plus(Duration.ofMinutes(1)));
            assertThat(exports.find(lived.site.id(), second)).isEmpty();
            exports.sweep();
            try (Stream<Path> files = Files.walk(plein.folder().resolve("exports"))) {
                assertThat(files.filter(Files::isRegularFile)).isEmpty();
            }
        } finally {
            plein.close();
        }
    }

    private static JobId lastJob(Plein plein) throws Exception {
        List<String> ids = rows(plein, "select id from job where kind = 'export-site' order by id");
        return JobId.of(ids.get(ids.size() - 1));
    }

    private static void erase(Plein plein, LivedInSite lived, EntryId entry) {
        plein.inAgency(lived.site.agency(), () -> plein.get(EraseEntry.class).perform(lived.site.id(), entry));
    }

    @Test
    void an_import_that_ends_halfway_leaves_nothing_and_can_be_done_again() throws Exception {
        Plein source = Plein.fresh(Database.H2);
        Plein target = Plein.fresh(Database.H2);
        try {
            LivedInSite lived = LivedInSite.on(source);
            byte[] archive = new SiteExchange(source).exported(lived.site);
            var agency = target.anAgency().id();
            Path file = Files.write(target.folder().resolve("archive.zip"), archive);
            try (SiteArchive opened = SiteArchive.open(file)) {
                for (long rows : List.of(0L, 60L, opened.manifest().rows() - 20)) {
                    endsAfter(rows, target, agency, opened);
                    for (SiteTable table : SiteTables.ROWS) {
                        assertThat(rows(target, "select count(*) from " + table.table()))
                                .as(table.table())
                                .containsExactly("0");
                    }
                    assertThat(target.get(Sites.class).all()).isEmpty();
                }
            }

            SiteRef imported = new SiteExchange(target).imported(agency, archive);

            isEqual(new SiteExchange(target).exported(imported), archive);
        } finally {
            target.close();
            source.close();
        }
    }

    private static void endsAfter(long rows, Plein target, AgencyId agency, SiteArchive archive) {
        SiteManifest is = archive.manifest();
        var site = new SiteRef(
                SiteId.of(is.id()), agency, is.version(), is.state(), is.name(), is.timeZone(), is.locales());
        assertThatThrownBy(() -> target.inAgency(agency, () -> {
                    try {
                        target.get(ImportedTypes.class).perform(archive);
                        target.get(SiteRows.class)
                                .perform(
                                        archive,
                                        site,
                                        new JobId(UUID.randomUUID()),
                                        Json.mapper().createObjectNode(),
                                        (done, total) -> {
                                            if (done > rows) {
                                                throw new IllegalStateException("ended after " + rows);
                                            }
                                        });
                    } catch (IOException | SQLException e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .hasMessage("ended after " + rows);
    }

    private static List<String> places(Plein plein) throws Exception {
        return rows(plein, "select place, audience, locale, entry_id from held_place order by entry_id, locale");
    }

    static List<String> rows(Plein plein, String query) throws Exception {
        List<String> rows = new ArrayList<>();
        try (Connection connection = plein.get(DataSource.class).getConnection();
                var statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            while (found.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    values.add(
                            found.getMetaData()
                                            .getColumnTypeName(i)
                                            .toLowerCase(Locale.ROOT)
                                            .startsWith("bool")
                                    ? String.valueOf(found.getBoolean(i))
                                    : found.getString(i));
                }
                rows.add(String.join(" ", values));
            }
        }
        return rows;
    }
}
