package nl.plein.site.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteCheckTest {
    private static final String GOOD = "<!doctype html><html lang=\"nl\"><title>T</title><h1 id=\"h\">T</h1>%s</html>";

    @TempDir
    Path folder;

    @Test
    void a_good_page_has_no_findings() throws IOException {
        page("index.html", GOOD.formatted("<a href=\"/a\">a</a><a href=\"a/index.html#h\">b</a><a href=\"#h\">c</a>"));
        page("a/index.html", GOOD.formatted("<a href=\"..\">up</a><a href=\"https://example.org/x\">out</a>"));
        assertThat(codes()).isEmpty();
    }

    @Test
    void dead_links_and_anchors_are_found() throws IOException {
        page(
                "index.html",
                GOOD.formatted("<a href=\"/nope\">a</a><a href=\"#nope\">b</a><img src=\"x.png\" alt=\"\">"));
        assertThat(codes()).containsExactly("dead-anchor", "dead-link", "dead-link");
    }

    @Test
    void a_link_to_a_redirect_is_alive() throws IOException {
        page("index.html", GOOD.formatted("<a href=\"/old\">a</a>"));
        page("_redirects", "/old /new 308\n");
        assertThat(codes()).isEmpty();
    }

    @Test
    void links_under_a_base_path_are_followed_and_those_out_of_it_are_dead() throws IOException {
        page("index.html", GOOD.formatted("<a href=\"/base/a\">a</a><a href=\"/a\">b</a>"));
        page("a/index.html", GOOD.formatted(""));
        List<Finding> findings = new SiteCheck(folder, "/base", SiteCheck.USUAL_BUDGET).findings();
        assertThat(findings).extracting(Finding::problem).containsExactly("the link /a leads nowhere");
    }

    @Test
    void what_the_server_answers_on_every_host_is_out_of_the_site() throws IOException {
        page("index.html", GOOD.formatted("<a href=\"/identity/sign-in\">a</a><a href=\"/identities\">b</a>"));
        assertThat(new SiteCheck(folder, "", SiteCheck.USUAL_BUDGET).findings())
                .extracting(Finding::problem)
                .containsExactly("the link /identities leads nowhere");
    }

    @Test
    void what_screen_readers_need_is_checked() throws IOException {
        page(
                "index.html",
                "<html><h2>a</h2><h4>b</h4><img src=\"/p.png\"><p id=x><p id=x><a href=\"/\"></a><input name=q>");
        page("p.png", "png");
        assertThat(codes())
                .contains("title-missing", "lang-missing", "h1-missing", "heading-order", "alt-missing", "id-twice")
                .contains("link-without-text", "label-missing");
    }

    @Test
    void a_heavy_page_is_found() throws IOException {
        page("index.html", GOOD.formatted("<link rel=\"stylesheet\" href=\"/s.css\">"));
        page("s.css", "x".repeat(400_000));
        assertThat(codes()).containsExactly("too-heavy");
    }

    private List<String> codes() {
        return new SiteCheck(folder, "", SiteCheck.USUAL_BUDGET)
                .findings().stream().map(Finding::code).toList();
    }

    private void page(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
