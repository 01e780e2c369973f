package nl.plein.cms.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import nl.plein.cms.content.DeleteEntry;
import nl.plein.cms.content.Draft;
import nl.plein.cms.content.DraftsForPublishing;
import nl.plein.cms.content.Entries;
import nl.plein.cms.content.EntryLists;
import nl.plein.cms.content.SaveDraft;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.jobs.Job;
import nl.plein.cms.jobs.JobId;
import nl.plein.cms.jobs.Jobs;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.media.BlobStore;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.publishing.Closing;
import nl.plein.cms.publishing.Moments;
import nl.plein.cms.publishing.PathAnswer;
import nl.plein.cms.publishing.Publication;
import nl.plein.cms.publishing.Publications;
import nl.plein.cms.publishing.UnpublishEntries;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.tenancy.Sites;
import nl.plein.cms.testkit.Corpus;
import nl.plein.cms.testkit.OnDatabase;
import nl.plein.cms.testkit.Plein;
import nl.plein.cms.testkit.Proof;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@OnDatabase
class ImportArchiveTest {

    private static final String OF_ALL_TIMES = "{\"ignoreExpiry\":true}";

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
    void a_file_becomes_a_published_entry() {
        JsonNode report = imported(Map.of(
                "posts/2014-03-12-coming-soon.md",
                """
                ---
                title: Coming &amp; soon
                date: '2014-03-12T10:11:00-04:00'
                excerpt: We're <em>truly</em> gratified.
                authors: [ann-bee]
                tags: [open data]
                ---
                **Hello** <script>alert(1)</script> [us](/about/)
                """,
                "about.md",
                "# About us\n\nSee [the post](/2014/03/12/coming-soon/)."));

        assertThat(report.path("created").asInt()).isEqualTo(2);
        Publication post = published("/2014/03/12/coming-soon");
        JsonNode fields = post.fields();
        assertThat(post.title()).isEqualTo("Coming & soon");
        assertThat(fields.path("summary").asString()).isEqualTo("We're truly gratified.");
        assertThat(fields.path("date").asString()).isEqualTo("2014-03-12T10:11:00-04:00");
        assertThat(fields.path("body").asString())
                .isEqualTo("<p><strong>Hello</strong> <a data-entry=\""
                        + published("/about").entry() + "\">us</a></p>");
        assertThat(published("/about").title()).isEqualTo("About us");
        assertThat(published("/authors/ann-bee").title()).isEqualTo("Ann Bee");
        assertThat(fields.path("authors").path(0).path("entry").asString())
                .isEqualTo(published("/authors/ann-bee").entry().toString());
        assertThat(published("/tags/open-data").title()).isEqualTo("open data");
        assertThat(told()).contains("Left out: 1 <script>.", "It has no title");
    }

    @Test
    void pictures_of_the_archive_become_assets() throws IOException {
        Path zip = folder.resolve("pictures.zip");
        var dot = new java.awt.image.BufferedImage(2, 2, java.awt.image.BufferedImage.TYPE_INT_RGB);
        try (var out = new java.util.zip.ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new java.util.zip.ZipEntry("posts/a.md"));
            out.write("---\nimage: /img/dot.png\n---\n# A\n\n![A dot](../img/dot.png) ![Gone](/gone.png)"
                    .getBytes(StandardCharsets.UTF_8));
            out.putNextEntry(new java.util.zip.ZipEntry("img/dot.png"));
            javax.imageio.ImageIO.write(dot, "png", out);
        }

        JsonNode report = job(zip, "{}").report().orElseThrow();

        JsonNode fields = published("/posts/a").fields();
        String asset = fields.path("image").path("asset").asString();
        assertThat(asset).hasSize(36);
        assertThat(fields.path("body").asString())
                .contains("<img data-asset=\"" + asset + "\" alt=\"A dot\"", "<em>Gone</em>");
        assertThat(told()).contains("/gone.png is not in the archive");
        assertThat(job(zip, "{}").report().orElseThrow().path("unchanged").asInt())
                .isEqualTo(1);
    }

    @Test
    void a_second_run_makes_no_entry_no_revision_and_no_version() {
        var files = Map.of("a.md", "# A\n\n[b](b.md)", "b.md", "# B", "c.md", "---\ndraft: true\n---\n# C");
        imported(files);
        long version = version();
        var heads = heads("/a", "/b");

        JsonNode report = imported(files);

        assertThat(report.path("unchanged").asInt()).isEqualTo(3);
        assertThat(report.path("created").asInt()).isZero();
        assertThat(report.path("versions").size()).isZero();
        assertThat(version()).isEqualTo(version);
        assertThat(heads("/a", "/b")).isEqualTo(heads);
        assertThat(entries()).isEqualTo(3);
    }

    @Test
    void a_changed_file_changes_its_entry_only() {
        imported(Map.of("a.md", "# A\n\nOne.", "b.md", "# B"));
        EntryId before = published("/a").entry();

        JsonNode report = imported(Map.of("a.md", "# A\n\nTwo.", "b.md", "# B"));

        assertThat(report.path("updated").asInt()).isEqualTo(1);
        assertThat(report.path("unchanged").asInt()).isEqualTo(1);
        assertThat(published("/a").entry()).isEqualTo(before);
        assertThat(published("/a").fields().path("body").asString()).contains("Two.");
    }

    @Test
    void drafts_stay_drafts_and_publishing_can_be_left_out() {
        imported(Map.of("a.md", "---\ndraft: true\n---\n# A", "b.md", "# B"));
        assertThat(find("/a")).isEmpty();
        assertThat(find("/b")).isPresent();

        imported(Map.of("c.md", "# C"), "{\"publish\":false}");
        assertThat(find("/c")).isEmpty();
        imported(Map.of("c.md", "# C"));
        assertThat(find("/c")).isPresent();
    }

    @Test
    void links_mean_pages_authors_and_tags_or_the_site_that_the_archive_comes_from() {
        JsonNode report = imported(
                Map.of(
                        "news/2020-01-02-a.md",
                        "---\ntitle: A\nauthor: ann-bee\ntopics: [open-data]\n---\n"
                                + "[who](/authors/ann-bee/) [what](https://old.example/topics/open-data) "
                                + "[self](/2020/01/02/a/#part) [gone](../x/?y=1) [home](/)\n\n## Part\n",
                        "b.md",
                        "# B\n\n[there](/2020/01/02/a#part)"),
                "{\"source\":\"https://old.example\"}");

        Publication page = published("/2020/01/02/a");
        assertThat(page.fields().path("body").asString())
                .contains("<a data-entry=\"" + published("/authors/ann-bee").entry() + "\">who</a>")
                .contains("<a data-entry=\"" + published("/tags/open-data").entry() + "\">what</a>")
                .contains("<a href=\"#part\">self</a>", "<a href=\"/\">home</a>", "<h2 id=\"part\">")
                .contains("https://old.example/2020/01/02/x/?y=1");
        assertThat(published("/b").fields().path("body").asString())
                .contains("data-entry=\"" + page.entry() + "\" href=\"#part\"");
        assertThat(report.path("missingLinks").asInt()).isEqualTo(1);
        assertThat(told()).contains("missingLinks=[../x/?y=1]");
    }

    @Test
    void former_addresses_lead_to_the_page_in_one_hop() {
        var files = Map.of(
                "a.md", "---\naliases: [/old/a/, /both, /b]\n---\n# A",
                "b.md", "---\nredirect_from: [/both/, /2010/b]\n---\n# B");
        JsonNode report = imported(files);

        assertThat(at("/old/a")).isEqualTo(new PathAnswer.Moved("/a", 308));
        assertThat(at("/2010/b")).isEqualTo(new PathAnswer.Moved("/b", 308));
        assertThat(at("/both")).isEqualTo(new PathAnswer.Moved("/a", 308));
        assertThat(at("/b")).isInstanceOf(PathAnswer.Found.class);
        assertThat(report.path("redirects").asInt()).isEqualTo(3);
        assertThat(report.path("notes").toString())
                .contains("/both is claimed by 2 pages; it leads to /a.", "A page lives at the former address /b");
        long version = version();
        assertThat(imported(files).path("redirects").asInt()).isZero();
        assertThat(version()).isEqualTo(version);
    }

    @Test
    void a_broken_file_is_named_and_does_not_stop_the_run() {
        JsonNode report = imported(Map.of(
                "good.md", "# Good",
                "bad.md", "---\ntitle: [x\n---\n",
                "toml.md", "+++\ntitle = 'x'\n+++\n"));

        assertThat(report.path("created").asInt()).isEqualTo(1);
        assertThat(report.path("failed").asInt()).isEqualTo(2);
        assertThat(told()).contains("bad.md", "valid YAML", "toml.md", "TOML");
        assertThat(find("/good")).isPresent();
    }

    @Test
    void an_editors_change_is_not_lost() {
        imported(Map.of("a.md", "# A\n\nFirst."));
        EntryId entry = published("/a").entry();
        edit(entry, body -> body.replace("First.", "First, edited."));

        JsonNode conflict = imported(Map.of("a.md", "# A\n\nFirst, from the source."));

        assertThat(conflict.path("skipped").asInt()).isEqualTo(1);
        assertThat(told()).contains("(body 2)", "it stays as it is here");
        assertThat(body(entry)).contains("First, edited.");
    }

    @Test
    void what_changed_here_and_in_the_source_at_two_places_is_merged_again_and_again() {
        imported(Map.of("a.md", "# A\n\nFirst.\n\nSecond."));
        EntryId entry = published("/a").entry();
        edit(entry, body -> body.replace("First.", "First, edited."));
        publish(entry);

        JsonNode report = imported(Map.of("a.md", "# A\n\nFirst.\n\nSecond, from the source."));

        assertThat(report.path("updated").asInt()).isEqualTo(1);
        assertThat(published("/a").fields().path("body").asString())
                .contains("First, edited.", "Second, from the source.");

        imported(Map.of("a.md", "# A\n\nFirst.\n\nSecond, once more."));

        assertThat(published("/a").fields().path("body").asString()).contains("First, edited.", "Second, once more.");
        long version = version();
        assertThat(imported(Map.of("a.md", "# A\n\nFirst.\n\nSecond, once more."))
                        .path("unchanged")
                        .asInt())
                .isEqualTo(1);
        assertThat(version()).isEqualTo(version);
    }

    @Test
    void an_import_does_not_publish_what_editors_have_not() {
        imported(Map.of("a.md", "# A\n\nFirst.\n\nSecond."));
        EntryId entry = published("/a").entry();
        edit(entry, body -> body.replace("First.", "First, half an idea"));
        long version = version();

        JsonNode report = imported(Map.of("a.md", "# A\n\nFirst.\n\nSecond, from the source."));
        assertThat(told()).contains("nobody has published yet");
        imported(Map.of("a.md", "# A\n\nFirst.\n\nSecond, from the source."));

        assertThat(body(entry)).contains("First, half an idea", "Second, from the source.");
        assertThat(version()).isEqualTo(version);
    }

    @Test
    void an_erasure_takes_the_words_that_were_kept_for_merging() {
        imported(Map.of("a.md", "# A\n\nFirst.\n\nSecond."));
        EntryId entry = published("/a").entry();
        edit(entry, body -> body.replace("First.", "First, edited."));
        imported(Map.of("a.md", "# A\n\nFirst.\n\nSecond, from the source."));
        assertThat(mergedBase()).isPresent();

        plein.inAgency(site.agency(), () -> plein.get(nl.plein.cms.publishing.EraseEntry.class)
                .perform(site.id(), entry));

        assertThat(mergedBase()).isEmpty();
    }

    @Test
    void what_was_deleted_here_stays_deleted() {
        imported(Map.of("a.md", "# A", "b.md", "# B"));
        EntryId entry = published("/a").entry();
        plein.inAgency(site.agency(), () -> {
            plein.get(UnpublishEntries.class)
                    .perform(
                            site.id(),
                            List.of(new nl.plein.cms.content.TranslationKey(entry, "nl")),
                            Closing.SUPERSEDED);
            plein.get(DeleteEntry.class).perform(site.id(), entry);
        });

        JsonNode report = imported(Map.of("a.md", "# A, again", "b.md", "# B"));

        assertThat(report.path("skipped").asInt()).isEqualTo(1);
        assertThat(told()).contains("stays deleted");
    }

    @Test
    void a_hostile_archive_fails_the_job_with_a_sentence() {
        Job job = job(Zips.of(folder, Map.of("../up.md", "x")), "{}");

        assertThat(job.failure()).get().asString().contains("outside the archive");
        assertThat(entries()).isZero();
    }

    @Test
    void unknown_options_are_refused() {
        assertThatThrownBy(() -> ImportOptions.of(Json.parse("{\"pubish\":true}"), site))
                .hasMessageContaining("publish");
        assertThatThrownBy(() -> ImportOptions.of(Json.parse("{\"locale\":\"fr\"}"), site))
                .hasMessageContaining("fr");
        assertThatThrownBy(() -> ImportOptions.of(Json.parse("{\"source\":\"old.example\"}"), site))
                .hasMessageContaining("https://www.example.org");
        assertThatThrownBy(() -> ImportOptions.of(Json.parse("{\"publish\":1}"), site))
                .hasMessageContaining("true or false");
    }

    @Test
    void a_real_site_is_imported_whole_and_a_second_time_for_nothing() throws IOException {
        realSite("18f-site", "posts", 317, 1);
    }

    @Test
    void another_real_site_is_imported_whole() throws IOException {
        realSite("digital-gov", "content/news", 1_214, 0);
    }

    private void realSite(String name, String part, int expected, int failed) throws IOException {
        Path root = Corpus.folder(name);
        Path zip = folder.resolve("site.zip");
        try (var out = Files.newOutputStream(zip)) {
            Zips.markdown(root, root.resolve(part), out);
        }
        long start = System.nanoTime();

        JsonNode report = job(zip, OF_ALL_TIMES).report().orElseThrow();

        Proof.figure("import " + name + " seconds", (System.nanoTime() - start) / 100_000_000 / 10.0);
        assertThat(report.path("created").asInt()).isEqualTo(expected);
        assertThat(report.path("failed").asInt()).isEqualTo(failed);
        assertThat(report.path("skipped").asInt()).isZero();
        for (ImportLine file : lines()) {
            if (!file.path().isEmpty()) {
                assertThat(find(file.path())).as(file.toString()).isPresent();
            }
        }
        long version = version();
        long again = System.nanoTime();
        JsonNode second = job(zip, OF_ALL_TIMES).report().orElseThrow();
        Proof.figure("import " + name + " again seconds", (System.nanoTime() - again) / 100_000_000 / 10.0);
        assertThat(second.path("unchanged").asInt()).isEqualTo(expected);
        assertThat(version()).isEqualTo(version);
    }

    @Test
    void what_has_expired_is_archived_and_publishing_it_takes_it_back() {
        Map<String, String> files = Map.of(
                "a.md", "---\nexpirydate: 2025-01-01\n---\n# A",
                "b.md", "---\nexpiryDate: 2999-01-01\n---\n# B",
                "c.md", "---\ndraft: true\n---\n# C");

        JsonNode report = imported(files);

        assertThat(report.path("archived").asInt()).isEqualTo(1);
        assertThat(report.path("drafts").asInt()).isEqualTo(1);
        assertThat(report.path("published").asInt()).isEqualTo(1);
        assertThat(lines()).extracting(ImportLine::state).containsExactly("archived", "published", "draft");
        assertThat(titles(EntryLists.Place.ARCHIVE)).containsExactly("A");
        assertThat(titles(EntryLists.Place.SITE)).containsExactlyInAnyOrder("B", "C");

        imported(files, "{\"ignoreExpiry\":true}");

        assertThat(published("/a").title()).isEqualTo("A");
        assertThat(titles(EntryLists.Place.ARCHIVE)).isEmpty();
        assertThat(titles(EntryLists.Place.SITE)).containsExactlyInAnyOrder("A", "B", "C");
    }

    @Test
    void the_page_of_an_author_is_the_author() {
        JsonNode report = imported(Map.of(
                "content/news/a.md", "---\nauthors: [ann-bee, cee]\ntopics: [open-data]\n---\n# A",
                "content/authors/ann-bee/_index.md", "---\ndisplay_name: Ann B. Bee\n---\nWrites.",
                "content/topics/open-data.md", "---\ntitle: Open data!\n---\n",
                "README.md", "Not a page."));

        assertThat(report.path("authors").asInt()).isEqualTo(1);
        assertThat(report.path("tags").asInt()).isZero();
        assertThat(report.path("skipped").asInt()).isEqualTo(1);
        Publication author = published("/authors/ann-bee");
        assertThat(author.type()).isEqualTo("author");
        assertThat(author.title()).isEqualTo("Ann B. Bee");
        assertThat(author.fields().path("body").asString()).isEqualTo("<p>Writes.</p>");
        assertThat(published("/news/a").fields().path("authors").toString())
                .contains(
                        author.entry().toString(),
                        published("/authors/cee").entry().toString());
        assertThat(published("/news/a").fields().path("tags").toString())
                .contains(published("/topics/open-data").entry().toString());
    }

    @Test
    void a_link_to_a_part_that_another_page_lacks_is_told() {
        JsonNode report = imported(Map.of(
                "a.md", "# A\n\n[There](/b#there) and [not there](/b#gone)", "b.md", "# B\n\n## There\n\nText."));

        assertThat(report.path("notes").toString())
                .contains("The link to #gone in a.md leads to a part that its page does not have.")
                .doesNotContain("#there ");
    }

    @Test
    void a_dry_run_tells_what_would_be_done_and_does_nothing() {
        Map<String, String> files = Map.of(
                "a.md", "---\ntags: [t]\naliases: [/old]\n---\n# A",
                "b.md", "---\ndraft: true\n---\n# B",
                "c.md", "---\n- x\n---\n");

        JsonNode report = imported(files, "{\"dryRun\":true}");

        assertThat(report.path("dryRun").asBoolean()).isTrue();
        assertThat(report.path("created").asInt()).isEqualTo(2);
        assertThat(report.path("failed").asInt()).isEqualTo(1);
        assertThat(report.path("published").asInt()).isEqualTo(2);
        assertThat(report.path("redirects").asInt()).isEqualTo(1);
        assertThat(lines()).extracting(ImportLine::path).containsExactlyInAnyOrder("/a", "/b", "");
        assertThat(titles(EntryLists.Place.SITE)).isEmpty();
        assertThat(version()).isZero();

        imported(files);
        JsonNode again = imported(files, "{\"dryRun\":true}");

        assertThat(again.path("unchanged").asInt()).isEqualTo(2);
        assertThat(again.path("published").asInt()).isZero();
    }

    @Test
    void html_becomes_an_entry_too() {
        imported(Map.of(
                "a.html", "---\ntitle: A\n---\n<p>Fragment, *as it is*.</p>",
                "b.html",
                        "<html><head><title>B</title></head><body><nav>Menu</nav><main><p>Document.</p></main></body></html>",
                "_layouts/c.html", "<html><body>{{ content }}</body></html>"));

        assertThat(published("/a").fields().path("body").asString()).isEqualTo("<p>Fragment, *as it is*.</p>");
        assertThat(published("/b").title()).isEqualTo("B");
        assertThat(published("/b").fields().path("body").asString()).isEqualTo("<p>Document.</p>");
        assertThat(lines()).hasSize(2);
    }

    private List<String> titles(EntryLists.Place place) {
        var wanted = EntryLists.Wanted.in(place);
        return plein.inAgency(site.agency(), () -> plein.get(EntryLists.class).list(site.id(), wanted).rows().stream()
                .map(row -> row.translation().title())
                .toList());
    }

    private JsonNode imported(Map<String, String> files) {
        return imported(files, "{}");
    }

    private JsonNode imported(Map<String, String> files, String options) {
        Job job = job(Zips.of(folder, new TreeMap<>(files)), options);
        assertThat(job.failure()).isEmpty();
        return job.report().orElseThrow();
    }

    private Job job(Path zip, String options) {
        return plein.inAgency(site.agency(), () -> {
            try {
                var stored = plein.get(BlobStore.class).put(Files.newInputStream(zip));
                JobId id = plein.get(StartImport.class)
                        .perform(site.id(), stored, ImportOptions.of(Json.parse(options), site));
                last = id;
                return ended(id);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    /** What the report of the last import says of each file. */
    private List<ImportLine> lines() {
        var lines = new java.util.ArrayList<ImportLine>();
        List<ImportLine> page;
        do {
            int after = lines.size();
            page = plein.inAgency(site.agency(), () -> plein.get(ImportedFiles.class)
                    .page(site.id(), last, Optional.empty(), after, 1_000));
            lines.addAll(page);
        } while (!page.isEmpty());
        return lines;
    }

    private String told() {
        return lines().toString();
    }

    private Job ended(JobId id) {
        long patience = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (System.nanoTime() < patience) {
            Job job = plein.get(Jobs.class).get(id);
            if (job.state().isOver()) {
                return job;
            }
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
        throw new AssertionError("the job did not end");
    }

    private Publication published(String path) {
        return find(path).orElseThrow(() -> new AssertionError("nothing at " + path));
    }

    private Optional<Publication> find(String path) {
        return at(path) instanceof PathAnswer.Found found ? Optional.of(found.publication()) : Optional.empty();
    }

    private PathAnswer at(String path) {
        return plein.inAgency(site.agency(), () -> plein.get(Publications.class)
                .byPath(site.id(), path, Viewer.PUBLIC, plein.get(Moments.class).now(site.id())));
    }

    private List<Object> heads(String... paths) {
        return plein.inAgency(site.agency(), () -> java.util.Arrays.stream(paths)
                .<Object>map(path -> plein.get(Entries.class)
                        .get(site.id(), published(path).entry())
                        .translations()
                        .get(0)
                        .head())
                .toList());
    }

    private void edit(EntryId entry, UnaryOperator<String> change) {
        plein.inAgency(site.agency(), () -> {
            var key = new TranslationKey(entry, "nl");
            Draft draft = plein.get(DraftsForPublishing.class)
                    .of(site.id(), List.of(key))
                    .get(0);
            ObjectNode payload = (ObjectNode) draft.payload().deepCopy();
            payload.put("body", change.apply(payload.path("body").stringValue()));
            plein.get(SaveDraft.class).perform(site.id(), key, draft.revision(), payload);
        });
    }

    private Optional<JsonNode> mergedBase() {
        return plein.inAgency(site.agency(), () -> plein.get(Origins.class)
                .get(site.id(), List.of("file:a.md"))
                .get("file:a.md")
                .mergedBase());
    }

    private void publish(EntryId entry) {
        plein.inAgency(site.agency(), () -> plein.get(nl.plein.cms.publishing.PublishEntries.class)
                .perform(site.id(), List.of(new TranslationKey(entry, "nl"))));
    }

    private String body(EntryId entry) {
        return plein.inAgency(site.agency(), () -> plein.get(DraftsForPublishing.class)
                .of(site.id(), List.of(new TranslationKey(entry, "nl")))
                .get(0)
                .payload()
                .path("body")
                .asString());
    }

    private long entries() {
        return plein.inAgency(site.agency(), () -> plein.get(Entries.class).count(site.id()));
    }

    private long version() {
        return plein.get(Sites.class).get(site.id()).version();
    }
}
