package nl.plein.cms.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.model.DefineType;
import nl.plein.cms.tenancy.Sites;
import nl.plein.cms.testkit.Database;
import nl.plein.cms.testkit.Plein;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is no archive of a site, or one that nobody's site made, is refused as a whole. */
class SiteArchiveRefusalsTest {

    private static Plein source;
    private static Plein target;
    private static LivedInSite lived;
    private static byte[] archive;

    @BeforeAll
    static void anArchive() {
        source = Plein.fresh(Database.H2);
        target = Plein.fresh(Database.H2);
        lived = LivedInSite.on(source);
        archive = new SiteExchange(source).exported(lived.site);
    }

    @AfterAll
    static void close() {
        target.close();
        source.close();
    }

    private static ForgedArchive forged() {
        return new ForgedArchive(archive);
    }

    private static ForgedArchive forged(SiteTable table, UnaryOperator<String> change) {
        return forged().forged(table.member(), change);
    }

    /** @return why; nothing of it is there */
    private static String refused(byte[] bytes) {
        AgencyId agency = target.anAgency().id();
        String why = new SiteExchange(target).refused(agency, bytes);
        assertThat(target.get(Sites.class).find(lived.site.id())).isEmpty();
        return why;
    }

    @Test
    void what_is_no_archive_of_a_site_is_told_so() {
        assertThat(refused("Geen zip".getBytes(StandardCharsets.UTF_8))).contains("not a zip file");
        assertThat(refused(forged().without("site.json").without("types.ndjson").packed()))
                .contains("no archive of a site");
        assertThat(refused(
                        forged().with("site.json", "{\"title\":\"Mijn blog\"}").packed()))
                .contains("no archive of a site");
    }

    @Test
    void one_that_was_cut_off_is_told_so() {
        assertThat(refused(Arrays.copyOf(archive, archive.length / 2))).contains("cut off");
        assertThat(refused(forged().without("site.json").packed())).contains("cut off");
    }

    @Test
    void one_of_a_newer_format_is_told_so() {
        assertThat(refused(forged().changed(
                                "site.json", manifest -> manifest.replaceFirst("\"format\" : 1", "\"format\" : 2"))
                        .packed()))
                .contains("format 2")
                .contains("newer");
    }

    @Test
    void a_member_that_is_another_one_is_named() {
        assertThat(refused(forged().changed("entries.ndjson", rows -> rows.replace("agency", "everyone"))
                        .packed()))
                .contains("damaged: entries.ndjson")
                .contains("SHA-256");
        assertThat(refused(forged().without("revisions.ndjson").packed())).contains("revisions.ndjson");
        assertThat(refused(forged().with("extra.ndjson", "{}\n").packed())).contains("extra.ndjson");
        String blob = blob();
        assertThat(refused(forged().with(blob, "andere bytes").packed())).contains(blob);
        assertThat(refused(forged().without(blob).packed())).contains("files");
        assertThat(refused(forged().changed(
                                "site.json", manifest -> manifest.replaceFirst("\"rows\" : \\d+", "\"rows\" : 99"))
                        .packed()))
                .contains("rows instead of 99");
    }

    @Test
    void rows_that_cant_be_are_refused_with_their_member() {
        assertThat(refused(forged(SiteTables.ENTRIES, rows -> rows + "{\"id\":1}\n")
                        .packed()))
                .contains("entries.ndjson");
        assertThat(refused(
                        forged(SiteTables.ENTRIES, rows -> rows + "geen json\n").packed()))
                .contains("entries.ndjson");
        assertThat(refused(forged(
                                SiteTables.ENTRIES,
                                rows -> rows.replaceFirst("\"createdAt\":\"[^\"]*\"", "\"createdAt\":\"ooit\""))
                        .packed()))
                .contains("entries.ndjson");
        assertThat(refused(forged(
                                SiteTables.TRANSLATIONS,
                                rows -> rows.replaceFirst("\"locale\":\"nl\"", "\"locale\":\"" + "x".repeat(99) + "\""))
                        .packed()))
                .contains("translations.ndjson");
        assertThat(refused(forged(SiteTables.SPANS, rows -> rows.replaceFirst("\"from\":\\d+", "\"from\":900"))
                        .packed()))
                .contains("spans.ndjson")
                .contains("a version that the site does not have");
        assertThat(refused(forged(SiteTables.REVISIONS, rows -> rows + " ".repeat(BoundedLines.LONGEST + 1) + "\n")
                        .packed()))
                .contains("revisions.ndjson")
                .contains("longer than");
    }

    @Test
    void what_no_door_would_let_in_is_refused() {
        assertThat(refused(forged(SiteTables.PUBLICATIONS, rows -> rows.replace("/over-ons\"", "/../over-ons\""))
                        .packed()))
                .contains("path");
        assertThat(refused(forged(
                                SiteTables.PARTS,
                                rows -> rows.replace("https://www.example.org/x", "javascript:alert(1)"))
                        .packed()))
                .contains("parts.ndjson")
                .contains("/elders");
        assertThat(refused(forged(SiteTables.ASSETS, rows -> rows.replace("plan.svg", "../plan.html"))
                        .packed()))
                .contains("assets.ndjson");
        assertThat(refused(forged(
                                SiteTables.ENTRIES,
                                rows -> rows.replace("\"audience\":\"agency\"", "\"audience\":\"iedereen\""))
                        .packed()))
                .contains("entries.ndjson");
        assertThat(refused(forged(SiteTables.TYPES, rows -> rows.replace("\\\"richText\\\"", "\\\"rijk\\\""))
                        .packed()))
                .contains("rijk");
    }

    @Test
    void foreign_mark_up_gets_its_normal_form_and_files_are_what_their_bytes_are() throws Exception {
        Plein plein = Plein.fresh(Database.H2);
        try {
            String svg = blobOf("plan.svg");
            byte[] hostile = forged(
                            SiteTables.CONTENTS,
                            rows -> rows.replace("<p>Zo is het.</p>", "<p>Zo <script>alert(1)</script>is het.</p>"))
                    .forged(
                            SiteTables.REVISIONS.member(),
                            rows -> rows.replace("<p>Voor ons</p>", "<p onclick='x()'>Voor ons</p>"))
                    .withFile(svg, "<script>alert(1)</script>")
                    .packed();
            byte[] before = hostile.clone();

            new SiteExchange(plein).imported(plein.anAgency().id(), hostile);

            assertThat(hostile).isEqualTo(before);
            assertThat(String.join("\n", SiteArchiveTest.rows(plein, "select payload from publication_content")))
                    .contains("is het.")
                    .doesNotContain("script");
            assertThat(String.join("\n", SiteArchiveTest.rows(plein, "select payload from revision")))
                    .contains("Voor ons")
                    .doesNotContain("onclick");
            assertThat(SiteArchiveTest.rows(plein, "select media_type, size from asset where file_name = 'plan.svg'"))
                    .containsExactly("application/octet-stream 25");
        } finally {
            plein.close();
        }
    }

    @Test
    void a_site_that_is_there_already_is_not_overwritten() {
        var exchange = new SiteExchange(source);
        AgencyId other = source.anAgency().id();
        assertThat(exchange.refused(other, archive)).contains("another id");
        assertThat(exchange.importing(other, archive, Optional.of("tweede"), Optional.empty())
                        .failure())
                .hasValueSatisfying(why -> assertThat(why).contains("duplicates"));
        assertThatThrownBy(() -> exchange.importing(
                        other, archive, Optional.of(lived.site.id().value()), Optional.empty()))
                .isInstanceOf(Conflict.class);
        assertThat(source.get(Sites.class).find(SiteId.of("tweede"))).isEmpty();
    }

    @Test
    void types_of_the_same_name_that_differ_are_named() {
        AgencyId agency = target.anAgency().id();
        target.inAgency(
                agency,
                () -> target.get(DefineType.class)
                        .perform(
                                Json.parse(
                                        "{\"key\":\"news\",\"name\":{\"nl\":\"Nieuws\"},\"titleField\":\"title\",\"fields\":[{\"key\":\"title\",\"kind\":\"text\"}]}")));

        assertThat(new SiteExchange(target).refused(agency, archive))
                .contains("other content types of the same name: news.");
    }

    private static String blob() {
        return SiteManifest.FOLDER + blobOf("plan.svg");
    }

    /** @return its SHA-256 */
    private static String blobOf(String file) {
        return forged().text("assets.ndjson")
                .lines()
                .map(Json::parse)
                .filter(row -> row.path("file").asString().equals(file))
                .map((JsonNode row) -> row.path("sha256").asString())
                .findFirst()
                .orElseThrow();
    }
}
