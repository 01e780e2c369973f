package nl.plein.api.stories;

import static nl.plein.api.server.Proof.figure;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.plein.api.server.Proof;
import nl.plein.api.server.RunningServer;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Texts of two real sites, from an archive to pages: through the delivery API, the command line, the server and the gateway. */
class RealSitesIT {

    private static final Pattern FINDING = Pattern.compile("  (.*) \\[([a-z0-9-]+)(?:, advice)?\\]");
    private static final Pattern LINK = Pattern.compile("the link (\\S*) ");
    private static final Path RENDERER =
            Path.of("../site-renderer/target/plein-render/bin/plein-render").toAbsolutePath();

    @TempDir
    Path folder;

    private final Town town = new Town("base");

    @Test
    void posts_of_an_agency_become_a_site() throws Exception {
        prove("18f-site", "posts", "https://18f.gsa.gov", "how-to-prevent-it-in-the-first-place.md", 317, 1);
    }

    @Test
    void a_whole_site_of_a_government_becomes_a_site() throws Exception {
        prove("digital-gov", "content", "https://digital.gov", "_index.md", 2_347, 0);
    }

    @Test
    void a_blog_of_wordpress_becomes_a_site() throws Exception {
        byte[] export = Files.readAllBytes(RealSites.folder("wxr").resolve("theme-unit-test-data.xml"));

        Imported imported = imported(RealSites.zip("export.xml", export), "https://wpthemetestdata.wordpress.com");

        JsonNode report = imported.report();
        assertThat(report.path("sources").asInt()).isEqualTo(58 + 21);
        assertThat(report.path("failed").asInt()).isZero();
        assertThat(report.path("attachments").asInt()).isEqualTo(37);
        assertThat(report.path("comments").asInt()).isEqualTo(33);
        awaitIndexed();
        Map<String, JsonNode> files = published(imported);
        Path out = rendered("wxr", files.size());
        servedAlike(out, files.keySet(), report);
        onlyBrokenWhereTheSourceIs("wxr", out, files, report);
        Map<String, String> bodies = RealSites.bodies(export);
        wordsArrive("wxr", files, file -> bodies.getOrDefault(idOf(file), ""));
        JsonNode again = imported(RealSites.zip("export.xml", export), "https://wpthemetestdata.wordpress.com")
                .report();
        assertThat(again.path("created").asInt()).isZero();
        assertThat(again.path("updated").asInt()).isZero();
    }

    private static String idOf(String file) {
        return file.replaceFirst(".*/", "").replaceFirst("\\..*", "");
    }

    private void prove(String name, String part, String source, String always, int importable, int broken)
            throws Exception {
        Path root = RealSites.folder(name);
        List<Path> texts = RealSites.texts(root.resolve(part), always);
        long begun = System.nanoTime();

        Imported imported = imported(RealSites.zip(root, texts), source);
        JsonNode report = imported.report();

        figure(name + " import seconds", seconds(begun));
        Map<String, JsonNode> files = everyFileHasItsPage(imported, texts.size());
        if (Proof.isFull()) {
            assertThat(report.path("created").asInt()).isEqualTo(importable);
            assertThat(report.path("failed").asInt()).isEqualTo(broken);
        }
        figure(
                name + " links missing in the source",
                report.path("missingLinks").asInt());
        figure(name + " redirects", report.path("redirects").asInt());
        awaitIndexed();
        Map<String, JsonNode> listed = listed("type=post,page,author,tag&sort=-publishedAt,title");
        assertThat(listed.keySet())
                .containsAll(files.keySet())
                .hasSize(files.size()
                        + report.path("authors").asInt()
                        + report.path("tags").asInt());
        isSorted(listed);
        filtersAgree(listed("type=post"));
        Path out = rendered(name, files.size());
        servedAlike(out, files.keySet(), report);
        onlyBrokenWhereTheSourceIs(name, out, files, report);
        wordsArrive(name, files, file -> RealSites.body(root.resolve(file)));
    }

    /** Of each source's words, how many stand on its page. An expression counts as no word. */
    private void wordsArrive(String name, Map<String, JsonNode> files, UnaryOperator<String> source) {
        List<Double> parts = new ArrayList<>();
        List<String> poor = new ArrayList<>();
        files.forEach((path, file) -> {
            Map<String, Integer> words =
                    RealSites.words(source.apply(file.path("file").asString()));
            String page = town.visitor.get(encodedPath(path)).text();
            Map<String, Integer> there =
                    RealSites.words(Jsoup.parse(page).select("main").text());
            double part = RealSites.arrived(words, there);
            parts.add(part);
            if (part < 0.99) {
                poor.add(path + " " + part + " without " + RealSites.missing(words, there));
            }
        });
        Collections.sort(parts);
        figure(name + " words on the page, worst", parts.get(0));
        figure(name + " words on the page, median", parts.get(parts.size() / 2));
        figure(name + " pages with less than 99 % of the words", poor.size());
        assertThat(parts.get(parts.size() / 2)).as(poor.toString()).isGreaterThanOrEqualTo(0.99);
        if (Proof.isFull()) {
            poor.forEach(System.out::println);
        }
    }

    private static Map<String, JsonNode> published(Imported imported) {
        Map<String, JsonNode> byPath = new TreeMap<>();
        imported.files().stream()
                .filter(file -> file.path("state").asString().equals("published"))
                .forEach(file -> byPath.put(file.path("path").asString(), file));
        return byPath;
    }

    private record Imported(JsonNode report, List<JsonNode> files) {}

    private Imported imported(byte[] zip, String source) {
        var started = town.administrator.post(
                town.manage + "/imports?ignoreExpiry=true&source=" + source, "application/zip", zip);
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        String id = started.json().path("id").asString();
        String job = town.manage + "/jobs/" + id;
        var ended = Town.await(600, () -> town.administrator.get(job), answer -> !Set.of("waiting", "running")
                .contains(answer.json().path("state").asString()));
        assertThat(ended.json().path("state").asString()).as(ended.text()).isEqualTo("done");
        return new Imported(ended.json().path("report"), files(town.manage + "/imports/" + id + "/files?pageSize=100"));
    }

    private List<JsonNode> files(String first) {
        List<JsonNode> files = new ArrayList<>();
        String next = first;
        while (!next.isEmpty()) {
            var page = town.administrator.get(next);
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            page.json().path("items").forEach(files::add);
            String cursor = page.json().path("page").path("next").asString("");
            next = cursor.isEmpty() ? "" : first + "&cursor=" + cursor;
        }
        return files;
    }

    /** @return what the report says, by path */
    private Map<String, JsonNode> everyFileHasItsPage(Imported imported, int sources) {
        JsonNode report = imported.report();
        assertThat(report.path("sources").asInt()).isEqualTo(sources);
        assertThat(imported.files()).hasSize(sources);
        assertThat(report.path("skipped").asInt()).isZero();
        Map<String, JsonNode> byPath = new TreeMap<>();
        for (JsonNode file : imported.files()) {
            if (file.path("outcome").asString().equals("failed")) {
                assertThat(file.path("notes").path(0).asString()).contains("no valid YAML at line");
                continue;
            }
            byPath.put(file.path("path").asString(), file);
        }
        assertThat(byPath).hasSize(report.path("created").asInt());
        byPath.values().removeIf(file -> !file.path("state").asString().equals("published"));
        byPath.forEach((path, file) -> {
            var found = town.anyone.get(town.delivery + "/paths?path=" + encoded(path));
            assertThat(found.status()).as(path).isEqualTo(200);
            assertThat(found.json().path("id").asString())
                    .isEqualTo(file.path("entry").asString());
        });
        return byPath;
    }

    /** The whole list, page after page. @return in the order of the list, by path */
    /** Lists speak of the version that the index has reached. */
    private void awaitIndexed() {
        String newest = String.valueOf(
                town.administrator.get(town.manage).json().path("version").asLong());
        Town.await(
                () -> town.anyone.get(town.delivery + "/entries?pageSize=1&minVersion=" + newest),
                answer -> answer.header("Site-Version").equals(newest));
    }

    private Map<String, JsonNode> listed(String question) {
        Map<String, JsonNode> items = new LinkedHashMap<>();
        String first = town.delivery + "/entries?count=true&pageSize=100&" + question;
        String next = first;
        long total = -1;
        while (!next.isEmpty()) {
            var page = town.anyone.get(next);
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            total = page.json().path("total").asLong();
            page.json().path("items").forEach(item -> assertThat(
                            items.put(item.path("path").asString(), item))
                    .as("listed twice")
                    .isNull());
            String cursor = page.json().path("page").path("next").asString("");
            next = cursor.isEmpty() ? "" : first + "&cursor=" + encoded(cursor);
        }
        assertThat(items.size()).isEqualTo((int) total);
        return items;
    }

    private static void isSorted(Map<String, JsonNode> listed) {
        List<Instant> moments = listed.values().stream()
                .map(item -> OffsetDateTime.parse(item.path("publishedAt").asString())
                        .toInstant())
                .toList();
        assertThat(moments).isSortedAccordingTo(Comparator.reverseOrder());
    }

    /** The tag that most texts have: its filter finds just the texts that name it. */
    private void filtersAgree(Map<String, JsonNode> listed) {
        Map<String, Set<String>> byTag = new HashMap<>();
        listed.forEach((path, item) -> item.path("fields").path("tags").forEach(tag -> byTag.computeIfAbsent(
                        tag.path("entry").asString(tag.path("id").asString("")), id -> new HashSet<>())
                .add(path)));
        var most = byTag.entrySet().stream()
                .max(Comparator.comparingInt(each -> each.getValue().size()))
                .orElseThrow();
        assertThat(listed("type=post&filter=" + encoded("tags any '" + most.getKey() + "'"))
                        .keySet())
                .isEqualTo(most.getValue());
    }

    private Path rendered(String name, int texts) throws Exception {
        Path out = folder.resolve("site");
        long begun = System.nanoTime();
        String said =
                run("build", "--source", "http://127.0.0.1:" + port(), "--site", town.id, "--out", out.toString());
        double seconds = seconds(begun);
        long pages;
        try (var walk = Files.walk(out)) {
            pages = walk.filter(file -> file.toString().endsWith(".html")).count();
        }
        assertThat(pages).as(said).isGreaterThanOrEqualTo(texts);
        figure(name + " pages", pages);
        figure(name + " pages per second of a full build with the start of the JVM", Math.round(pages / seconds));
        return out;
    }

    /** The gateway serves what the server rendered: the pages that the command line made. */
    private void servedAlike(Path out, Set<String> paths, JsonNode report) throws Exception {
        JsonNode versions = report.path("versions");
        town.awaitLive(versions.path(versions.size() - 1).asLong());
        for (String path : paths) {
            var page = town.visitor.get(encodedPath(path));
            assertThat(page.status()).as(path).isEqualTo(200);
            Path file = out.resolve(path.substring(1)).resolve("index.html");
            assertThat(page.text()).as(path).isEqualTo(Files.readString(file));
        }
    }

    private void onlyBrokenWhereTheSourceIs(String name, Path out, Map<String, JsonNode> files, JsonNode report)
            throws Exception {
        Set<String> told = new HashSet<>();
        report.path("notes").forEach(note -> told.add(note.asString()));
        List<String> unexplained = new ArrayList<>();
        int explained = 0;
        String page = "";
        for (String line : run("check", out.toString()).split("\n")) {
            Matcher finding = FINDING.matcher(line);
            if (!finding.matches()) {
                page = line.strip();
                continue;
            }
            Matcher link = LINK.matcher(finding.group(1));
            JsonNode file = files.get("/" + page.replaceFirst("/index\\.html$", ""));
            boolean dead = finding.group(2).startsWith("dead-") && file != null && link.find();
            if (dead && (isTold(file, link.group(1)) || told.contains(deadPart(file, link.group(1))))) {
                explained++;
            } else {
                unexplained.add(page + line);
            }
        }
        figure(name + " findings of the check that the sources explain", explained);
        assertThat(unexplained).isEmpty();
    }

    private static String deadPart(JsonNode file, String link) {
        return "The link to " + link.replaceFirst("^[^#]*", "") + " in "
                + file.path("file").asString() + " leads to a part that its page does not have.";
    }

    private static boolean isTold(JsonNode file, String link) {
        for (JsonNode missing : file.path("missingLinks")) {
            if (missing.asString().equals(link)) {
                return true;
            }
        }
        return false;
    }

    private String run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(RENDERER.toString()));
        command.addAll(List.of(arguments));
        Path said = Files.createTempFile(folder, "said", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        String text = Files.readString(said);
        if (arguments[0].equals("build")) {
            assertThat(process.exitValue()).as(text).isZero();
        }
        return text;
    }

    private static int port() {
        return RunningServer.shared().port();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String encodedPath(String path) {
        return encoded(path).replace("%2F", "/").replace("+", "%20");
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 100_000_000 / 10.0;
    }
}
