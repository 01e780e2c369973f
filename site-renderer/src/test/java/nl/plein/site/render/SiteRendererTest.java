package nl.plein.site.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.plein.site.copy.SiteCopy;
import nl.plein.site.kernel.Trouble;
import nl.plein.site.model.Audience;
import nl.plein.site.testkit.MemoryBlobs;
import nl.plein.site.testkit.Samples;
import nl.plein.site.testkit.ScriptedSite;
import nl.plein.site.theme.Theme;
import nl.plein.site.theme.ThemeShelf;
import nl.plein.site.tree.OutFolder;
import nl.plein.site.tree.Root;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SiteRendererTest {
    @TempDir
    Path out;

    private final MemoryBlobs blobs = new MemoryBlobs();

    @Test
    void the_sample_site_comes_out_as_expected() throws IOException {
        render("plain", "");
        Path expected = Path.of("src/test/resources/expected");
        if (Boolean.getBoolean("plein.expected.write")) {
            for (Map.Entry<String, String> file : pages(out).entrySet()) {
                Path target = expected.resolve(file.getKey());
                Files.createDirectories(target.getParent());
                Files.writeString(target, file.getValue());
            }
        }
        assertThat(pages(out)).isEqualTo(pages(expected));
    }

    @Test
    void the_same_version_gives_the_same_bytes() {
        String first = rootOf(blobs);
        String second = rootOf(new MemoryBlobs());
        assertThat(second).isEqualTo(first);
    }

    @Test
    void a_second_render_writes_nothing() throws IOException {
        render("plain", "");
        Summary again = render("plain", "");
        assertThat(again.written()).isZero();
        assertThat(again.removed()).isZero();
    }

    @Test
    void what_vanished_is_removed_and_what_failed_changes_nothing() throws IOException {
        ScriptedSite site = new ScriptedSite();
        site.next().entry("a", "page", "/a", Map.of("body", "<p>A</p>")).entry("b", "page", "/b/c", Map.of());
        render(site);
        assertThat(out.resolve("b/c/index.html")).exists();

        site.next().withdraw("b");
        assertThat(render(site).removed()).isEqualTo(1);
        assertThat(out.resolve("b")).doesNotExist();

        site.next().withdraw("a").entry("n", "news", "/n", Map.of("date", "not a date"));
        assertThatThrownBy(() -> render(site))
                .isInstanceOf(RenderFailed.class)
                .hasMessageContaining("news.html:5")
                .hasMessageContaining("not a date");
        assertThat(out.resolve("a/index.html")).exists();
    }

    @Test
    void a_theme_that_fails_everywhere_is_given_up() {
        ScriptedSite site = new ScriptedSite();
        site.next();
        for (int i = 0; i < 1_000; i++) {
            site.entry("n" + i, "news", "/n" + i, Map.of("date", "not a date"));
        }

        assertThatThrownBy(() -> render(site)).isInstanceOfSatisfying(RenderFailed.class, failed -> {
            Matcher count = Pattern.compile("^(\\d+) pages").matcher(failed.getMessage());
            assertThat(count.find()).isTrue();
            assertThat(Integer.parseInt(count.group(1))).isBetween(100, 200);
        });
    }

    @Test
    void a_folder_becomes_a_file_and_a_file_a_folder() throws IOException {
        ScriptedSite site = new ScriptedSite();
        site.next().entry("a", "page", "/x/y.html", Map.of());
        render(site);
        site.next().withdraw("a").entry("b", "page", "/x/y.html/z", Map.of());
        render(site);
        assertThat(out.resolve("x/y.html/z/index.html")).isRegularFile();
        site.next().withdraw("b").entry("a", "page", "/x/y.html", Map.of());
        render(site);
        assertThat(out.resolve("x/y.html")).isRegularFile();
    }

    @Test
    void a_folder_of_somebody_else_is_not_touched() throws IOException {
        Files.writeString(out.resolve("thesis.txt"), "years of work");
        assertThatThrownBy(() -> render("plain", "")).isInstanceOf(Trouble.class);
        assertThat(out.resolve("thesis.txt")).exists();
    }

    @Test
    void nothing_private_lies_in_the_public_tree() throws IOException {
        Root root = Root.read(blobs, rootOf(blobs));
        String everyone = whole(root.trees().get("everyone").node());
        String agency = whole(root.trees().get("agency").node());
        String publicRedirects = blobs.text(root.trees().get("everyone").redirects());

        assertThat(agency).contains("zeer-geheim").contains("Interne pagina");
        assertThat(everyone)
                .doesNotContain("zeer-geheim")
                .doesNotContain("Interne pagina")
                .doesNotContain("/intern");
        assertThat(publicRedirects).doesNotContain("geheim").contains("/oud");
        assertThat(blobs.text(root.trees().get("agency").redirects())).contains("/geheim");
    }

    @Test
    void a_page_that_was_taken_away_has_an_answer_in_its_language() throws IOException {
        Root.Tree tree =
                Objects.requireNonNull(Root.read(blobs, rootOf(blobs)).trees().get("everyone"));
        assertThat(tree.gone()).isEqualTo(Map.of("nl", "/410.html", "en", "/en/410.html"));
        assertThat(Root.find(blobs, tree.node(), "/en/410.html").map(blobs::text))
                .get()
                .asString()
                .contains("Taken away");

        render("plain", "");
        assertThat(Files.readString(out.resolve("_redirects"))).contains("/weg /410.html 410");
        assertThat(Files.readString(out.resolve("sitemap-nl.xml"))).doesNotContain("410");
    }

    @Test
    void nobody_learns_that_there_was_a_page_that_they_could_not_see() throws IOException {
        ScriptedSite site = new ScriptedSite();
        site.next()
                .part("setting", "site", Map.of("audiences", List.of("everyone", "agency")))
                .entry("a", "page", "/a", Map.of())
                .part("redirect", "/reorganisatie", "agency", Map.of("status", 410))
                .part("redirect", "/feest", "everyone", Map.of("status", 410))
                .part("redirect", "/feest", "agency", Map.of("to", "/a"));
        String root;
        try (SiteCopy copy = Samples.copyOf(site)) {
            root = new SiteRenderer(Samples.theme("plain"))
                    .render(copy, site, blobs, Options.usual())
                    .root();
        }
        Map<String, Root.Tree> trees = Root.read(blobs, root).trees();
        assertThat(blobs.text(trees.get("everyone").redirects())).isEqualTo("{\"/feest\":{\"status\":410}}");
        assertThat(blobs.text(trees.get("agency").redirects()))
                .contains("/reorganisatie")
                .contains("{\"status\":308,\"to\":\"/a\"}");
    }

    @Test
    void equal_files_of_two_trees_are_one_blob() throws IOException {
        Root root = Root.read(blobs, rootOf(blobs));
        String feed = "/nieuws/feed.xml";
        assertThat(Root.find(blobs, root.trees().get("everyone").node(), feed))
                .isPresent()
                .isEqualTo(Root.find(blobs, root.trees().get("agency").node(), feed));
    }

    @Test
    void a_tree_renders_under_any_base_path() throws IOException {
        render("plain", "/sub/site");
        String page = Files.readString(out.resolve("nieuws/2026/markt/index.html"));
        assertThat(page).contains("href=\"/sub/site/contact\"").contains("src=\"/sub/site/_plein/media/");
        assertThat(page).doesNotContain("href=\"/contact\"").doesNotContain("\"/_plein");
    }

    @Test
    void a_child_theme_only_says_what_differs() throws IOException {
        render("child", "");
        String page = Files.readString(out.resolve("nieuws/2026/markt/index.html"));
        assertThat(page).contains("card child").contains("Ook interessant").contains("Hoofdmenu");
    }

    @Test
    void a_long_list_is_paged_from_the_oldest() throws IOException {
        ScriptedSite site = new ScriptedSite();
        site.next();
        for (int i = 0; i < 65; i++) {
            String day = "2026-01-" + (10 + i / 5);
            site.entry("n" + (100 + i), "news", "/n/" + i, Map.of("date", day, "title", "Nummer " + i + "."));
        }
        render(site);
        assertThat(Files.readString(out.resolve("nieuws/index.html")))
                .contains("Nummer 64.")
                .contains("Nummer 45.")
                .doesNotContain("Nummer 0.");
        assertThat(Files.readString(out.resolve("nieuws/page/1/index.html")))
                .contains("Nummer 0.")
                .contains("Nummer 9.")
                .doesNotContain("Nummer 64.");
        assertThat(out.resolve("nieuws/page/7")).doesNotExist();
        assertThat(Files.readString(out.resolve("nieuws/feed.xml")))
                .contains("Nummer 64.")
                .doesNotContain("Nummer 40.");
    }

    static Stream<Path> hostileThemes() throws IOException {
        try (Stream<Path> themes = Files.list(Samples.folder("hostile"))) {
            return themes.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("hostileThemes")
    void a_hostile_theme_is_refused_with_a_reason(Path theme) {
        assertThatThrownBy(() -> {
                    ThemeShelf shelf = ThemeShelf.folder(Samples.folder("themes"));
                    SiteRenderer renderer = new SiteRenderer(Theme.load(theme.toString(), shelf));
                    try (SiteCopy copy = Samples.copy()) {
                        renderer.render(copy, Samples.source(), blobs, Options.usual());
                    }
                })
                .isInstanceOf(Trouble.class)
                .message()
                .isNotBlank();
    }

    private String rootOf(MemoryBlobs store) {
        try (SiteCopy copy = Samples.copy()) {
            return new SiteRenderer(Samples.theme("plain"))
                    .render(copy, Samples.source(), store, Options.usual())
                    .root();
        }
    }

    private Summary render(String theme, String basePath) throws IOException {
        try (SiteCopy copy = Samples.copy()) {
            Options options = Options.usual().withBasePath(basePath);
            return new SiteRenderer(Samples.theme(theme))
                    .renderInto(new OutFolder(out), copy, Samples.source(), Audience.EVERYONE, options);
        }
    }

    private Summary render(ScriptedSite site) throws IOException {
        try (SiteCopy copy = Samples.copyOf(site)) {
            return new SiteRenderer(Samples.theme("plain"))
                    .renderInto(new OutFolder(out), copy, site, Audience.EVERYONE, Options.usual());
        }
    }

    /** Everything below a node, names and all, as one text. */
    private String whole(String node) {
        StringBuilder text = new StringBuilder(blobs.text(node));
        var json = nl.plein.site.kernel.Json.parse(blobs.text(node), "node");
        json.path("dirs").forEach(dir -> text.append(whole(dir.asString())));
        json.path("files").forEach(file -> text.append(blobs.text(file.asString())));
        return text.toString();
    }

    private static Map<String, String> pages(Path folder) throws IOException {
        Map<String, String> pages = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (List.of("html", "xml", "css", "txt", "json").stream().anyMatch(name::endsWith)) {
                    pages.put(name, Files.readString(file, StandardCharsets.UTF_8));
                }
            }
        }
        return pages;
    }
}
