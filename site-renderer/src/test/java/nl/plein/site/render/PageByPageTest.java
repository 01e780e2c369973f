package nl.plein.site.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.plein.site.copy.SiteCopy;
import nl.plein.site.model.Audience;
import nl.plein.site.source.Source;
import nl.plein.site.testkit.Samples;
import nl.plein.site.testkit.ScriptedSite;
import nl.plein.site.theme.Theme;
import nl.plein.site.theme.ThemeShelf;
import nl.plein.site.tree.OutFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages that are made when they are asked for are the pages that the tree would have. */
class PageByPageTest {
    private static final Options OPTIONS = Options.usual().withBasePath("/preview/x");

    @TempDir
    Path out;

    @Test
    void each_page_and_file_is_that_of_the_tree_byte_for_byte() throws IOException {
        Map<String, byte[]> tree = tree(Samples.source(), Samples.copy(), Audience.EVERYONE);
        PageByPage pages = onDemand(Samples.copy(), Audience.EVERYONE);
        int compared = 0;
        for (Map.Entry<String, byte[]> file : tree.entrySet()) {
            if (isOfWholeSite(file.getKey())) {
                continue;
            }
            PageByPage.Answer answer = pages.at(pathOf(file.getKey()));
            if (file.getKey().startsWith("/_plein/media/")) {
                continue;
            }
            assertThat(answer).as(file.getKey()).isInstanceOf(PageByPage.Content.class);
            assertThat(((PageByPage.Content) answer).bytes()).as(file.getKey()).isEqualTo(file.getValue());
            compared++;
        }
        assertThat(compared).isGreaterThan(10);
    }

    @Test
    void an_uploaded_file_is_given_out_once_a_page_has_named_it() throws IOException {
        List<String> media = tree(Samples.source(), Samples.copy(), Audience.EVERYONE).keySet().stream()
                .filter(path -> path.startsWith("/_plein/media/"))
                .toList();
        PageByPage pages = onDemand(Samples.copy(), Audience.EVERYONE);
        assertThat(media).isNotEmpty().allSatisfy(path -> assertThat(pages.at(path))
                .isInstanceOfSatisfying(PageByPage.Content.class, not -> assertThat(not.status())
                        .isEqualTo(404)));

        tree(Samples.source(), Samples.copy(), Audience.EVERYONE).keySet().stream()
                .filter(path -> path.endsWith("index.html"))
                .forEach(path -> pages.at(pathOf(path)));

        PageByPage later = onDemand(Samples.copy(), Audience.EVERYONE).after(pages);
        assertThat(media).allSatisfy(path -> assertThat(later.at(path)).isInstanceOf(PageByPage.Upload.class));
    }

    @Test
    void where_nothing_is_the_theme_says_so_and_where_something_was_it_leads_on() {
        ScriptedSite site = new ScriptedSite()
                .next()
                .entry("n1", "news", "/nieuws/een", Map.of("title", "Een"))
                .part("redirect", "/oud", Map.of("to", "/nieuws/een"))
                .part("redirect", "/weg", Map.of("status", 410));
        PageByPage pages = onDemand(Samples.copyOf(site), Audience.EVERYONE);

        assertThat(pages.at("/oud")).isEqualTo(new PageByPage.Moved("/preview/x/nieuws/een", 308));
        assertThat(pages.at("/weg")).isInstanceOfSatisfying(PageByPage.Content.class, page -> assertThat(page.status())
                .isEqualTo(410));
        assertThat(pages.at("/nergens"))
                .isInstanceOfSatisfying(PageByPage.Content.class, page -> assertThat(page.status())
                        .isEqualTo(404));
    }

    private static PageByPage onDemand(SiteCopy copy, Audience audience) {
        return PageByPage.of(new SiteRenderer(theme()), copy, List.of(audience), OPTIONS);
    }

    private Map<String, byte[]> tree(Source source, SiteCopy copy, Audience audience) throws IOException {
        new SiteRenderer(theme()).renderInto(new OutFolder(out), copy, source, audience, OPTIONS);
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(out)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put("/" + out.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return files;
    }

    private static Theme theme() {
        return Theme.load("base", ThemeShelf.folder(Path.of("..", "themes")));
    }

    /** What machines read of a whole site is for trees. */
    private static boolean isOfWholeSite(String file) {
        return file.matches(
                "/(sitemap.*|_plein/hosts/.*|robots\\.txt|_redirects|_headers|\\.htaccess|\\.well-known/.*|.*search.*\\.json|.*nginx.*|\\..*|.*\\.gz)");
    }

    private static String pathOf(String file) {
        String path = file.endsWith("/index.html") ? file.substring(0, file.length() - "/index.html".length()) : file;
        return path.isEmpty() ? "/" : path;
    }
}
