package nl.plein.cms.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.plein.cms.jobs.Job;
import nl.plein.cms.jobs.JobId;
import nl.plein.cms.jobs.Jobs;
import nl.plein.cms.kernel.Finding;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.Stale;
import nl.plein.cms.media.BlobStore;
import nl.plein.cms.model.ContentType;
import nl.plein.cms.model.ContentTypes;
import nl.plein.cms.model.Field;
import nl.plein.cms.model.FieldKind;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.publishing.Moments;
import nl.plein.cms.publishing.PathAnswer;
import nl.plein.cms.publishing.Publication;
import nl.plein.cms.publishing.Publications;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.testkit.OnDatabase;
import nl.plein.cms.testkit.Plein;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import tools.jackson.databind.JsonNode;

@OnDatabase
class ImportMappingTest {

    private static final Map<String, String> FILES = Map.of(
            "news/2026-03-03-market.md",
            """
            ---
            title: The market
            deck: It is back.
            opened: 2026-03-07
            weight: 12
            internal: not for visitors
            topics: [trade]
            ---
            See [the second](2026-03-04-second.md).
            """,
            "news/2026-03-04-second.md",
            "---\ntitle: Second\nopened: soon\nweight: many\n---\nText.",
            "about.md",
            "---\ntitle: About\n---\nAbout us.");

    private static final String MAPPING =
            """
            {"kinds": {"news": {
              "type": "bericht", "pathPattern": "/berichten/{yyyy}/{slug}", "body": "tekst",
              "fields": {
                "title": {"field": "kop", "kind": "text"},
                "deck": {"field": "lead", "kind": "longText"},
                "opened": {"field": "open", "kind": "date"},
                "weight": {"field": "gewicht", "kind": "number"},
                "topics": {"field": "labels", "kind": "tags"},
                "internal": {"field": null}}}}}""";

    @Parameter
    Plein plein;

    @TempDir
    Path folder;

    private SiteRef site;
    private JobId last;

    @BeforeEach
    void aSite() {
        site = plein.aSite();
    }

    @Test
    void a_mapping_gives_type_fields_and_paths() {
        save("stad", MAPPING);

        JsonNode report = imported("{}", Optional.of("stad"));

        assertThat(report.path("created").asInt()).as(report.toString()).isEqualTo(3);
        Publication market = published("/berichten/2026/market");
        assertThat(market.type()).isEqualTo("bericht");
        assertThat(market.title()).isEqualTo("The market");
        JsonNode fields = market.fields();
        assertThat(fields.path("lead").asString()).isEqualTo("It is back.");
        assertThat(fields.path("open").asString()).isEqualTo("2026-03-07");
        assertThat(fields.path("gewicht").asInt()).isEqualTo(12);
        assertThat(fields.path("labels").size()).isEqualTo(1);
        assertThat(fields.toString()).doesNotContain("not for visitors");
        assertThat(fields.path("tekst").asString())
                .contains(published("/berichten/2026/second").entry().toString());
        ContentType type = type("bericht");
        assertThat(type.titleField()).isEqualTo("kop");
        assertThat(type.field("open").map(Field::kind)).contains(FieldKind.DATE);
        assertThat(type.pathPatterns()).containsValue("/berichten/{yyyy}/{slug}");
    }

    @Test
    void what_does_not_fit_or_is_left_out_is_in_the_report() {
        save("stad", MAPPING);

        JsonNode report = imported("{}", Optional.of("stad"));

        assertThat(report.path("notes").toString())
                .contains("leaves out \\\"internal\\\" of the kind \\\"news\\\" (1 file)")
                .contains("says nothing of the kind \\\"(top)\\\" (1 file)");
        assertThat(told()).contains("Its opened \"soon\" is no date", "Its weight \"many\" is no number");
        assertThat(published("/about").type()).isEqualTo("post");
        assertThat(answer("/2026/03/03/market")).isInstanceOf(PathAnswer.Moved.class);
    }

    @Test
    void an_import_that_is_run_again_with_its_mapping_makes_nothing_twice() {
        save("stad", MAPPING);
        imported("{}", Optional.of("stad"));

        JsonNode again = imported("{}", Optional.of("stad"));

        assertThat(again.path("unchanged").asInt()).as(again.toString()).isEqualTo(3);
        assertThat(again.path("created").asInt()
                        + again.path("updated").asInt()
                        + again.path("published").asInt())
                .isZero();
    }

    @Test
    void an_entry_keeps_its_type_when_the_mapping_wants_another() {
        imported("{}", Optional.empty());
        save("stad", MAPPING);

        JsonNode report = imported("{}", Optional.of("stad"));

        assertThat(report.path("skipped").asInt()).as(report.toString()).isEqualTo(2);
        assertThat(told()).contains("It was imported as \"post\" before");
    }

    @Test
    void what_a_dry_run_proposes_does_what_is_done_without_a_mapping() {
        JsonNode proposal = imported("{\"dryRun\":true}", Optional.empty()).path("mapping");

        JsonNode news = proposal.path("kinds").path("news");
        assertThat(news.path("files").asInt()).isEqualTo(2);
        assertThat(news.path("samples").path(0).asString()).isEqualTo("news/2026-03-03-market.md");
        assertThat(news.path("type").asString()).isEqualTo("post");
        assertThat(news.path("exists").asBoolean()).isFalse();
        assertThat(news.path("fields").path("deck").path("field").asString()).isEqualTo("summary");
        assertThat(news.path("fields").path("weight").toString())
                .isEqualTo("{\"files\":2,\"sample\":\"12\",\"field\":null,\"kind\":\"text\"}");
        assertThat(news.path("fields").path("opened").path("sample").asString()).isEqualTo("2026-03-07");
        save("as-proposed", proposal.toString());
        imported("{}", Optional.empty());

        JsonNode again = imported("{}", Optional.of("as-proposed"));

        assertThat(again.path("unchanged").asInt()).as(again + told()).isEqualTo(3);
    }

    @Test
    void fields_that_a_type_of_the_agency_lacks_are_added() {
        imported("{}", Optional.empty());
        save(
                "meer",
                "{\"kinds\":{\"news\":{\"type\":\"post\",\"fields\":{\"weight\":{\"field\":\"weight\",\"kind\":\"json\"}}}}}");

        imported("{}", Optional.of("meer"));

        assertThat(type("post").field("weight").map(Field::kind)).contains(FieldKind.JSON);
        assertThat(published("/2026/03/03/market").fields().path("weight").asString())
                .isEqualTo("12");
    }

    @Test
    void nonsense_is_told_by_its_pointer() {
        imported("{}", Optional.empty());

        assertThatThrownBy(
                        () -> save(
                                "onzin",
                                """
                {"kinds": {
                  "news/x": {"type": "Post", "pathPattern": "nieuws", "colour": "red", "fields": {
                    "a": {"field": "a", "kind": "colour"},
                    "b": {"field": "b", "kind": "nothing"},
                    "c": {"field": "No Key", "kind": "text"},
                    "d": {"kind": "text"},
                    "slug": {"field": "slug", "kind": "text"}}},
                  "posts": {"type": "post", "fields": {
                    "summary": {"field": "summary", "kind": "number"},
                    "x": {"field": "extra", "kind": "number"},
                    "y": {"field": "extra", "kind": "date"}}}}}"""))
                .isInstanceOfSatisfying(Invalid.class, invalid -> assertThat(invalid.findings())
                        .extracting(Finding::pointer, Finding::code)
                        .containsExactlyInAnyOrder(
                                found("/kinds/news~1x/colour", "unknown-member"),
                                found("/kinds/news~1x/type", "invalid-key"),
                                found("/kinds/news~1x/pathPattern", "invalid-path-pattern"),
                                found("/kinds/news~1x/fields/a/kind", "unfit-kind"),
                                found("/kinds/news~1x/fields/b/kind", "unknown-kind"),
                                found("/kinds/news~1x/fields/c/field", "invalid-key"),
                                found("/kinds/news~1x/fields/d/field", "required"),
                                found("/kinds/news~1x/fields/slug", "steers"),
                                found("/kinds/posts/fields/summary/field", "other-kind"),
                                found("/kinds/posts/fields/y/field", "other-kind")));
        for (String other : List.of("[]", "{}", "{\"kinds\":{}}", "{\"kinds\":[]}", "{\"kinds\":{\"a\":1}}")) {
            assertThatThrownBy(() -> save("onzin", other)).as(other).isInstanceOf(Invalid.class);
        }
        assertThatThrownBy(() -> save("No Name", MAPPING)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> imported("{}", Optional.of("no-such-mapping"))).isInstanceOf(Invalid.class);
    }

    @Test
    void a_mapping_is_changed_by_those_who_have_seen_it() {
        NamedMapping first = save("stad", MAPPING);
        String other = "{\"kinds\":{\"news\":{\"type\":\"post\"}}}";

        assertThatThrownBy(() -> save("stad", other, Seen.of("another"))).isInstanceOf(Stale.class);
        NamedMapping second = save("stad", other, Seen.of(first.tag()));

        assertThat(second.tag()).isNotEqualTo(first.tag());
        assertThat(all()).extracting(NamedMapping::name).containsExactly("stad");
        plein.inAgency(site.agency(), () -> {
            plein.get(RemoveMapping.class).perform(site.id(), "stad", Seen.of(second.tag()));
            return "";
        });
        assertThat(all()).isEmpty();
    }

    @Test
    void a_mapping_of_one_agency_is_invisible_to_another() {
        save("stad", MAPPING);
        SiteRef other = plein.aSite();

        assertThat(plein.<List<NamedMapping>>inAgency(
                        other.agency(), () -> plein.get(ImportMappings.class).all(other.id())))
                .isEmpty();
        assertThat(plein.<Optional<StoredMapping>>inAgency(
                        other.agency(), () -> plein.get(ImportMappings.class).row(site.id(), "stad")))
                .isEmpty();
    }

    private static org.assertj.core.groups.Tuple found(String pointer, String code) {
        return org.assertj.core.groups.Tuple.tuple(pointer, code);
    }

    private List<NamedMapping> all() {
        return plein.inAgency(
                site.agency(), () -> plein.get(ImportMappings.class).all(site.id()));
    }

    private NamedMapping save(String name, String mapping) {
        return save(name, mapping, Seen.ANY);
    }

    private NamedMapping save(String name, String mapping, Seen seen) {
        return plein.inAgency(
                site.agency(), () -> plein.get(SaveMapping.class).perform(site.id(), name, Json.parse(mapping), seen));
    }

    private ContentType type(String key) {
        return plein.inAgency(site.agency(), () -> plein.get(ContentTypes.class).get(key));
    }

    private JsonNode imported(String options, Optional<String> mapping) {
        return plein.inAgency(site.agency(), () -> {
            try {
                var stored =
                        plein.get(BlobStore.class).put(Files.newInputStream(Zips.of(folder, new TreeMap<>(FILES))));
                last = plein.get(StartImport.class)
                        .perform(site.id(), stored, ImportOptions.of(Json.parse(options), site), mapping);
                Job job = ended();
                assertThat(job.failure()).isEmpty();
                return job.report().orElseThrow();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private Job ended() {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (true) {
            Job job = plein.get(Jobs.class).get(last);
            if (job.state().isOver()) {
                return job;
            }
            assertThat(System.nanoTime()).isLessThan(end);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private String told() {
        List<ImportLine> lines = plein.inAgency(
                site.agency(), () -> plein.get(ImportedFiles.class).page(site.id(), last, Optional.empty(), 0, 100));
        List<String> told = new ArrayList<>();
        lines.forEach(line -> told.addAll(line.notes()));
        return told.toString();
    }

    private PathAnswer answer(String path) {
        return plein.inAgency(site.agency(), () -> plein.get(Publications.class)
                .byPath(site.id(), path, Viewer.PUBLIC, plein.get(Moments.class).now(site.id())));
    }

    private Publication published(String path) {
        return plein.inAgency(site.agency(), () -> {
            PathAnswer answer = answer(path);
            assertThat(answer).as(path).isInstanceOf(PathAnswer.Found.class);
            return ((PathAnswer.Found) answer).publication();
        });
    }
}
