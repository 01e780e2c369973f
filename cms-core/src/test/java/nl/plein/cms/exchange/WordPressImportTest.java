package nl.plein.cms.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.testkit.Corpus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real exports and broken ones, up to the texts that the import reads. */
class WordPressImportTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "authors-multiline.xml, 1, 0",
        "backslashes.xml, 1, 0",
        "blank-lines.xml, 1, 0",
        "cdata-edge.xml, 1, 0",
        "chunked-meta.xml, 1, 0",
        "multiple-cdata.xml, 1, 0",
        "slashes.xml, 1, 1",
        "small-export.xml, 11, 1",
        "term-meta.xml, 0, 0",
        "test-serialized-comment-meta.xml, 1, 1",
        "test-serialized-postmeta-no-cdata.xml, 1, 0",
        "test-serialized-term-meta.xml, 1, 0",
        "test-utw-post-meta-import.xml, 1, 0",
        "theme-unit-test-data.xml, 79, 33",
        "valid-wxr-1.0.xml, 6, 1",
        "valid-wxr-1.1.xml, 2, 1",
        "wxr-flat-attachment-same-site.xml, 1, 0",
        "wxr-simple.xml, 1, 0"
    })
    void a_real_export_is_read_whole(String name, int pages, int comments) throws IOException {
        try (Archive archive = zipped(name);
                WordPressFiles files = WordPressFiles.of(archive, folder)) {
            assertThat(texts(files)).hasSize(pages).allSatisfy(text -> {
                assertThat(text.given().path(SourceText.TYPE).asString()).isIn("post", "page");
                assertThat(text.values().path("permalink").asString()).startsWith("/");
            });
            assertThat(files.exports().get(0).comments()).isEqualTo(comments);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"crazy-cdata.xml", "malformed.xml"})
    void a_malformed_export_is_refused_with_its_line(String name) throws IOException {
        try (Archive archive = zipped(name)) {
            assertThatThrownBy(() -> WordPressFiles.of(archive, folder))
                    .isInstanceOf(Invalid.class)
                    .hasMessageContaining("no well-formed XML at line")
                    .hasMessageContaining("Nothing was imported");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing-version-tag.xml", "invalid-version-tag.xml"})
    void an_export_of_no_known_version_is_refused(String name) throws IOException {
        try (Archive archive = zipped(name)) {
            assertThatThrownBy(() -> WordPressFiles.of(archive, folder))
                    .isInstanceOf(Invalid.class)
                    .hasMessageContaining("wp:wxr_version 1.0 to 1.2");
        }
    }

    @Test
    void entities_are_not_expanded_and_nothing_is_fetched() throws IOException {
        Path zip = Zips.of(
                folder,
                Map.of(
                        "bomb.xml",
                        "<!DOCTYPE rss [<!ENTITY a SYSTEM \"file:///etc/passwd\"><!ENTITY b \"&a;&a;\">]>"
                                + "<rss xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel><wp:wxr_version>1.2</wp:wxr_version>"
                                + "<item><title>&b;</title></item></channel></rss>"));
        try (Archive archive = Archive.open(zip, Archive.Bounds.USUAL)) {
            assertThatThrownBy(() -> WordPressFiles.of(archive, folder)).isInstanceOf(Invalid.class);
        }
    }

    @Test
    void xml_that_is_no_export_is_left_alone() throws IOException {
        Path zip = Zips.of(folder, Map.of("sitemap.xml", "<urlset/>", "feed.xml", "<rss><channel/></rss>"));
        try (Archive archive = Archive.open(zip, Archive.Bounds.USUAL);
                WordPressFiles files = WordPressFiles.of(archive, folder)) {
            assertThat(files.exports()).isEmpty();
        }
    }

    @Test
    void menus_keep_their_tree_and_what_they_lead_to() throws IOException {
        try (Archive archive = zipped("theme-unit-test-data.xml");
                WordPressFiles files = WordPressFiles.of(archive, folder)) {
            List<SourceMenu> menus = files.exports().get(0).menus();
            assertThat(menus).hasSizeGreaterThan(1);
            assertThat(menus.stream().mapToInt(menu -> count(menu.entries())).sum())
                    .isEqualTo(70);
            assertThat(menus).anySatisfy(menu -> assertThat(menu.entries())
                    .anySatisfy(entry -> assertThat(entry.below()).isNotEmpty()));
        }
    }

    private static int count(List<SourceMenu.Entry> entries) {
        return entries.stream().mapToInt(entry -> 1 + count(entry.below())).sum();
    }

    private static List<FrontMatter> texts(WordPressFiles files) throws IOException {
        List<FrontMatter> texts = new ArrayList<>();
        Archive made = files.texts().orElseThrow();
        for (ArchiveMember member : made.members()) {
            texts.add(ArchiveScan.front(made, member));
        }
        return texts;
    }

    private Archive zipped(String name) throws IOException {
        Path zip = folder.resolve(name + ".zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry(name));
            Files.copy(Corpus.folder("wxr").resolve(name), out);
        }
        return Archive.open(zip, Archive.Bounds.USUAL);
    }
}
