package nl.plein.site.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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
import nl.plein.site.tree.TreeDiff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A group has a tree of its own prefix, with all that its pages need; what is in it is in no other. */
class GroupTreesTest {
    private static final int CANARIES = "full".equals(System.getProperty("plein.proof")) ? 500 : 60;
    private static final List<String> AUDIENCES =
            List.of("everyone", "government", "agency", "group:bouw", "group:zorg");
    private static final Pattern FILE = Pattern.compile("(?:href|src|srcset)=\"([^\" ]*/_plein/[^\" ]*)");

    private final ScriptedSite site = new ScriptedSite().next();
    private final MemoryBlobs blobs = new MemoryBlobs();

    @Test
    void a_group_has_its_own_pages_and_nothing_outside_its_prefix() throws IOException {
        aSite();
        news("a", "group:bouw", "/groepen/bouwteam/nieuws/a", "Oudste", "2026-01-01");
        news("b", "group:bouw", "/groepen/bouwteam/nieuws/b", "Nieuwste", "2026-02-01");
        news("c", "everyone", "/nieuws/c", "Van iedereen", "2026-03-01");
        Map<String, String> files = trees().get("group:bouw");

        assertThat(files.keySet())
                .contains(
                        "/groepen/bouwteam/index.html",
                        "/groepen/bouwteam/nieuws/a/index.html",
                        "/groepen/bouwteam/404.html",
                        "/en/groups/bouwteam/index.html",
                        "/en/groups/bouwteam/404.html")
                .allMatch(path -> path.startsWith("/groepen/bouwteam/") || path.startsWith("/en/groups/bouwteam/"));
        assertThat(files.get("/groepen/bouwteam/index.html"))
                .containsSubsequence("<h1>Bouwteam</h1>", "Nieuwste", "Oudste")
                .doesNotContain("Van iedereen");
        assertThat(files.get("/en/groups/bouwteam/index.html"))
                .contains("<h1>Building</h1>", "There is nothing here yet");
        assertThat(root().trees().get("group:bouw").prefixes())
                .containsExactly("/groepen/bouwteam", "/en/groups/bouwteam");
        assertThat(root().trees().get("everyone").prefixes()).isEmpty();
    }

    @Test
    void all_that_its_pages_name_lies_in_its_tree() throws IOException {
        aSite();
        site.entry(
                "a",
                "news",
                "nl",
                "group:bouw",
                "/groepen/bouwteam/a",
                Map.of("title", "Foto", "image", Map.of("asset", "asset1", "alt", "Foto")));
        Map<String, String> files = trees().get("group:bouw");

        List<String> named = files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(".html"))
                .flatMap(file -> FILE.matcher(file.getValue()).results())
                .map((MatchResult found) -> found.group(1))
                .distinct()
                .toList();
        assertThat(named).anyMatch(path -> path.contains("/media/")).anyMatch(path -> path.endsWith(".css"));
        assertThat(files.keySet()).containsAll(named);
    }

    @Test
    void a_page_of_a_group_shows_what_guests_may_see_and_no_more() throws IOException {
        aSite();
        news("open", "everyone", "/nieuws/open", "Openbaar", "2026-01-01");
        news("inside", "agency", "/nieuws/binnen", "Binnenskamers", "2026-01-01");
        site.part(
                "menu",
                "main.nl",
                Map.of("items", List.of(Map.of("entry", "open"), Map.of("entry", "inside"), Map.of("entry", "a"))));
        news("a", "group:bouw", "/groepen/bouwteam/a", "Van de groep", "2026-01-01");

        Map<String, Map<String, String>> trees = trees();

        assertThat(trees.get("group:bouw").get("/groepen/bouwteam/a/index.html"))
                .contains("Openbaar", "Van de groep")
                .doesNotContain("Binnenskamers");
        assertThat(trees.get("group:bouw").get("/groepen/bouwteam/a/index.html"))
                .contains("noindex");
        assertThat(trees.get("agency").get("/index.html"))
                .contains("Binnenskamers")
                .doesNotContain("Van de groep");
    }

    @Test
    void a_folder_for_a_group_that_is_not_there_for_the_reader_is_refused(@TempDir Path folder) throws IOException {
        aSite();
        SiteRenderer renderer = new SiteRenderer(Theme.load("base", ThemeShelf.folder(Path.of("..", "themes"))));
        try (SiteCopy copy = Samples.copyOf(site)) {
            assertThatThrownBy(() -> renderer.renderInto(
                            new OutFolder(folder), copy, site, Audience.of("group:feest"), Options.usual()))
                    .isInstanceOf(Trouble.class)
                    .hasMessageContaining("no group 'feest'");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_canary_of_one_audience_sings_in_no_tree_of_another() throws IOException {
        aSite();
        for (int i = 0; i < CANARIES; i++) {
            String audience = AUDIENCES.get(i % AUDIENCES.size());
            String group = audience.startsWith("group:") ? "/groepen/" + audience.substring(6) + "team" : "";
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("title", song(i));
            fields.put("body", "<p>" + song(i) + " <a data-entry=\"c" + (i + 7) % CANARIES + "\">verder</a></p>");
            fields.put("author", Map.of("entry", "c" + (i + 3) % CANARIES));
            site.entry("c" + i, i % 3 == 0 ? "page" : "news", "nl", audience, group + "/zang/" + song(i), fields);
            site.part("redirect", group + "/oud/" + i, audience, Map.of("entry", "c" + i));
        }
        site.part("menu", "main.nl", Map.of("items", menu()));

        List<String> heard = new ArrayList<>();
        int own = 0;
        Map<String, Root.Tree> roots = root().trees();
        for (Map.Entry<String, Map<String, String>> tree : trees().entrySet()) {
            String all = tree.getValue()
                    + blobs.text(
                            Objects.requireNonNull(roots.get(tree.getKey())).redirects());
            for (int i = 0; i < CANARIES; i++) {
                String audience = AUDIENCES.get(i % AUDIENCES.size());
                if (all.contains(song(i))) {
                    own += audience.equals(tree.getKey()) ? 1 : 0;
                    if (!mayHear(tree.getKey(), audience)) {
                        heard.add(song(i) + " of " + audience + " in " + tree.getKey());
                    }
                }
            }
        }
        System.out.println("figure group_canaries=" + CANARIES);
        System.out.println("figure group_canary_hits=" + heard.size());
        assertThat(heard).isEmpty();
        assertThat(own).as("each is heard in its own tree").isEqualTo(CANARIES);
    }

    private static boolean mayHear(String tree, String audience) {
        return audience.equals(tree)
                || audience.equals("everyone")
                || tree.equals("agency") && audience.equals("government");
    }

    private static String song(int i) {
        return "kanarie" + (100_000 + i * 7);
    }

    private static List<Map<String, Object>> menu() {
        List<Map<String, Object>> items = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            items.add(Map.of("entry", "c" + i));
        }
        return items;
    }

    private void aSite() {
        site.part(
                "setting",
                "site",
                Map.of(
                        "name",
                        "Plein",
                        "locales",
                        List.of("nl", "en"),
                        "audiences",
                        List.of("everyone", "government", "agency")));
        site.part("setting", "siteDay", "2026-03-10");
        group("bouw", "Bouwteam", "Building");
        group("zorg", "Zorgteam", "Care");
    }

    private void group(String id, String dutch, String english) {
        site.part("group", id, "group:" + id, Map.of("slug", id + "team", "title", Map.of("nl", dutch, "en", english)));
    }

    private void news(String id, String audience, String path, String title, String date) {
        site.entry(id, "news", "nl", audience, path, Map.of("title", title, "date", date));
    }

    private Root root() throws IOException {
        SiteRenderer renderer = new SiteRenderer(Theme.load("base", ThemeShelf.folder(Path.of("..", "themes"))));
        try (SiteCopy copy = Samples.copyOf(site)) {
            return Root.read(
                    blobs, renderer.render(copy, site, blobs, Options.usual()).root());
        }
    }

    /** By audience: what each file says. */
    private Map<String, Map<String, String>> trees() throws IOException {
        Map<String, Map<String, String>> trees = new TreeMap<>();
        for (Map.Entry<String, Root.Tree> tree : root().trees().entrySet()) {
            Map<String, String> files = new TreeMap<>();
            String node = tree.getValue().node();
            for (String path : TreeDiff.between(blobs, null, node).made()) {
                files.put(path, Root.find(blobs, node, path).map(blobs::text).orElseThrow());
            }
            trees.put(tree.getKey(), files);
        }
        return trees;
    }
}
