package nl.plein.cms.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.testkit.Corpus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ArchiveScanTest {

    @TempDir
    Path folder;

    private final List<ImportLine> lines = new ArrayList<>();
    private final ImportReport report = new ImportReport(lines::add);
    private final ArchivePlan plan = new ArchivePlan(List.of("old.example"));

    @Test
    void links_inside_the_archive_are_known_by_all_their_names() throws IOException {
        scan(Map.of(
                "content/news/2014-03-12-a.md", "---\nslug: b\naliases: [/former/]\n---\n",
                "content/about/index.md", "# About"));

        for (String href : List.of(
                "/2014/03/12/b/",
                "/2014/03/12/a",
                "/former",
                "http://old.example/former/",
                "https://old.example/2014/03/12/b?x=y",
                "2014-03-12-a.md")) {
            assertThat(plan.entryAt(href, "content/news/2014-03-12-a.md"))
                    .as(href)
                    .contains(plan.placements().get(1).entry().value());
        }
        assertThat(plan.entryAt("../about/", "content/news/x.md")).isPresent();
        for (String href :
                List.of("http://other.example/former/", "#x", "/former#x", "mailto:a@b.example", "/", "%%")) {
            assertThat(plan.entryAt(href, "content/news/x.md")).as(href).isEmpty();
        }
        assertThat(plan.addressOfFile("2014-03-12-a.md")).isEqualTo("/2014/03/12/b");
        assertThat(plan.addressOfFile("/about/index.md#team")).isEqualTo("/about#team");
        assertThat(plan.addressOfFile("events/gone.md")).isEqualTo("/events/gone");
    }

    @Test
    void two_files_for_one_path_get_different_ones() throws IOException {
        scan(Map.of("a.md", "---\npermalink: /x\n---\n", "b.md", "---\npermalink: /x/\n---\n"));

        assertThat(plan.placements()).extracting(Placement::path).containsExactly("/x", "/x-2");
        assertThat(plan.placements().get(1).note()).contains("the path /x too");
    }

    @Test
    @Timeout(10)
    void ten_thousand_files_for_one_path_are_numbered_in_a_moment() throws IOException {
        Map<String, String> files = new java.util.HashMap<>();
        for (int i = 0; i < 10_000; i++) {
            files.put(i + ".md", "---\npermalink: /x\n---\n");
        }

        scan(files);

        assertThat(plan.placements()).extracting(Placement::path).contains("/x", "/x-2", "/x-10000");
    }

    @Test
    void what_is_no_text_is_named_or_kept_for_the_texts() throws IOException {
        scan(Map.of(
                "a.md", "A",
                "img/a.png", "png",
                "more.zip", "PK",
                "__MACOSX/a.md", "litter",
                ".git/b.md", "litter",
                "broken.md", "---\n- x\n---\n"));

        assertThat(plan.placements()).hasSize(1);
        assertThat(plan.pictureAt("img/a.png", "a.md")).isPresent();
        assertThat(plan.pictureAt("/img/A.png", "deep/a.md")).isPresent();
        assertThat(report.json().path("notes").toString()).contains("more.zip");
        assertThat(lines.toString()).contains("broken.md", "failed");
    }

    @Test
    void an_archive_packed_below_other_folders_is_the_same_archive() throws IOException {
        var known = new Origins.Known("file:x/posts/2014-03-12-a.md", "/2014/03/12/a", new EntryId(UUID.randomUUID()));
        Path zip = Zips.of(folder, Map.of("2014-03-12-a.md", "A"));

        scan(zip, List.of(known));

        assertThat(plan.placements())
                .extracting(Placement::origin, Placement::entry)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(known.name(), known.entry()));
    }

    @Test
    void real_sites_have_the_counts_that_are_known_of_them() throws IOException {
        Path site = Corpus.folder("18f-site");
        Path zip = folder.resolve("18f.zip");
        try (var out = Files.newOutputStream(zip)) {
            Zips.markdown(site, site.resolve("posts"), out);
        }

        scan(zip, List.of());

        assertThat(plan.placements()).hasSize(317);
        assertThat(plan.tags()).hasSize(108);
        assertThat(plan.authors()).hasSize(138);
        assertThat(report.count(ImportReport.Outcome.FAILED)).isEqualTo(1);
        assertThat(lines.toString()).contains("2016-05-19-content-debt", "line 5");
    }

    private void scan(Map<String, String> files) throws IOException {
        scan(Zips.of(folder, files), List.of());
    }

    private void scan(Path zip, List<Origins.Known> known) throws IOException {
        try (Archive archive = Archive.open(zip, Archive.Bounds.USUAL)) {
            new ArchiveScan(
                            List.of(archive),
                            plan,
                            ZoneId.of("Europe/Amsterdam"),
                            Instant.parse("2026-03-03T09:00:00Z"),
                            false,
                            known,
                            report,
                            new SourceKinds(java.util.Optional.empty()),
                            () -> new EntryId(UUID.randomUUID()))
                    .run();
        }
    }
}
