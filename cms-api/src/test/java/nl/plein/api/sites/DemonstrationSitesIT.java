package nl.plein.api.sites;

import static nl.plein.api.server.Proof.figure;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import nl.plein.api.server.Browser;
import nl.plein.api.server.Proof;
import nu.validator.client.SimpleCommandLineValidator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Every theme that comes with Plein, on the sites of the demonstration, judged by the programs of others. */
class DemonstrationSitesIT {

    private static final int PHONE = 390;
    private static final int DESK = 1440;
    private static final int HEAVIEST = 60_000;
    private static final Pattern LOADED =
            Pattern.compile("(?:<link rel=\"stylesheet\" href|<script[^>]* src)=\"([^\"]+)\"");

    @TempDir
    static Path folder;

    private static RenderedSites sites;

    @BeforeAll
    static void render() throws IOException {
        sites = new RenderedSites(folder);
    }

    @AfterAll
    static void end() {
        sites.close();
    }

    @Test
    void no_page_has_a_mistake_for_the_html_checker() throws Exception {
        int pages = 0;
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                classPathOfChecker(),
                SimpleCommandLineValidator.class.getName(),
                "--format",
                "gnu",
                "--skip-non-html"));
        for (String tree : sites.trees()) {
            pages += sites.pages(tree).size();
            command.add(folder.resolve(tree).toString());
        }
        Path said = folder.resolve("checker.txt");
        Process checker = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(checker.waitFor(180, TimeUnit.SECONDS)).isTrue();
        figure("html_checked_pages", pages);
        assertThat(Files.readAllLines(said)).isEmpty();
        assertThat(checker.exitValue()).isZero();
        assertThat(pages).isGreaterThan(200);
    }

    @Test
    void no_page_keeps_anybody_out_on_a_phone_or_a_desk_by_day_or_by_night() throws Exception {
        Assumptions.assumeTrue(Browser.program().isPresent(), "there is no browser on this machine");
        List<String> found = new ArrayList<>();
        int looks = 0;
        Path profile = Files.createDirectory(folder.resolve("profile-axe"));
        String axe = axe();
        try (Chromium browser = new Chromium(Browser.program().get(), profile)) {
            for (String tree : sites.trees()) {
                for (String page : Proof.isFull() ? sites.pages(tree) : sites.onePageOfEachKind(tree)) {
                    browser.look(PHONE, false);
                    browser.open(sites.address(tree, page));
                    browser.evaluate(axe + ";0");
                    for (int width : List.of(PHONE, DESK)) {
                        for (boolean dark : List.of(false, true)) {
                            browser.look(width, dark);
                            String where = tree + page + " at " + width + (dark ? " dark: " : " light: ");
                            violations(browser, dark).forEach(violation -> found.add(where + violation));
                            looks++;
                        }
                    }
                }
            }
        }
        figure("axe_looks", looks);
        assertThat(found).isEmpty();
        assertThat(looks).isGreaterThan(200);
    }

    @Test
    void without_javascript_a_page_says_as_much_and_searching_leads_somewhere() throws Exception {
        Assumptions.assumeTrue(Browser.program().isPresent(), "there is no browser on this machine");
        Path profile = Files.createDirectory(folder.resolve("profile-plain"));
        try (Chromium browser = new Chromium(Browser.program().get(), profile)) {
            browser.look(PHONE, false);
            for (String tree : sites.whole()) {
                for (String page : List.of("/", "/zoeken", "/toegankelijkheid")) {
                    browser.withScripts(true);
                    browser.open(sites.address(tree, page));
                    String with = text(browser, "main > *:not(:has(plein-search))");
                    browser.withScripts(false);
                    browser.open(sites.address(tree, page));
                    assertThat(text(browser, "main > *:not(:has(plein-search))"))
                            .isEqualTo(with);
                    assertThat(text(browser, ".alert")).as(tree + page).doesNotContain("Sluiten");
                }
                browser.open(sites.address(tree, "/zoeken?q=park"));
                assertThat(browser.evaluate("document.querySelectorAll('main .links a').length")
                                .asInt(0))
                        .isGreaterThan(3);
            }
        }
    }

    @Test
    void an_alert_that_was_put_away_stays_away_until_it_says_something_else() throws Exception {
        Assumptions.assumeTrue(Browser.program().isPresent(), "there is no browser on this machine");
        Path profile = Files.createDirectory(folder.resolve("profile-alert"));
        try (Chromium browser = new Chromium(Browser.program().get(), profile)) {
            browser.look(DESK, false);
            browser.open(sites.address("square", "/"));
            assertThat(text(browser, ".alert")).contains("Kraanbrug dicht").contains("Sluiten");
            browser.evaluate("document.querySelector('.alert-close').click()");
            assertThat(text(browser, ".alert")).isEmpty();
            browser.open(sites.address("square", "/contact"));
            assertThat(text(browser, ".alert")).isEmpty();
            browser.open(sites.address("square", "/en/contact"));
            assertThat(text(browser, ".alert")).contains("Kraanbrug closed");
        }
    }

    @Test
    void feeds_and_calendars_are_read_by_others() throws Exception {
        int feeds = 0;
        int events = 0;
        for (String tree : sites.trees()) {
            for (Path file : sites.files(tree, "feed.xml")) {
                assertThat(new SyndFeedInput()
                                .build(new XmlReader(file.toFile()))
                                .getFeedType())
                        .isEqualTo("atom_1.0");
                feeds++;
            }
            for (Path file : sites.files(tree, ".ics")) {
                var calendar = Biweekly.parse(Files.readString(file)).first();
                assertThat(calendar.validate(ICalVersion.V2_0).getWarnings())
                        .as(file.toString())
                        .isEmpty();
                events += calendar.getEvents().size();
            }
        }
        assertThat(feeds).isGreaterThan(20);
        assertThat(events).isGreaterThan(20);
    }

    @Test
    void a_page_with_its_styles_and_scripts_is_light() throws Exception {
        int heaviest = 0;
        for (String tree : sites.trees()) {
            for (String page : sites.pages(tree)) {
                String html = Files.readString(sites.file(tree, page));
                int weight = compressed(html.getBytes(StandardCharsets.UTF_8));
                Set<String> loaded = new LinkedHashSet<>();
                LOADED.matcher(html)
                        .results()
                        .map((MatchResult match) -> match.group(1))
                        .forEach(loaded::add);
                for (String address : loaded) {
                    weight += compressed(Files.readAllBytes(sites.file(tree, address)));
                }
                assertThat(weight).as(tree + page).isLessThanOrEqualTo(HEAVIEST);
                heaviest = Math.max(heaviest, weight);
            }
        }
        figure("page_bytes_most", heaviest);
    }

    /** Without the API of the server, which knows another reader of JSON than the one that the checker brings. */
    private static String classPathOfChecker() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("jakartaee") && !entry.contains("jakarta.json-api"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** In the dark only colours differ. */
    static List<String> violations(Chromium browser, boolean dark) {
        String only = dark
                ? "{type:'rule',values:['color-contrast']}"
                : "{type:'tag',values:['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa']}";
        JsonNode result = browser.evaluate("axe.run(document,{runOnly:" + only
                + ",resultTypes:['violations']}).then(r=>r.violations.map(v=>v.id+' '"
                + "+v.nodes.slice(0,3).map(n=>n.html.slice(0,200)).join(' | ')))");
        List<String> violations = new ArrayList<>();
        if (isTooWide(browser)) {
            violations.add("wider than the window");
        }
        result.forEach(violation -> violations.add(violation.asString()));
        return violations;
    }

    private static boolean isTooWide(Chromium browser) {
        return browser.evaluate("document.documentElement.scrollWidth > innerWidth")
                .asBoolean(false);
    }

    private static String text(Chromium browser, String selector) {
        return browser.evaluate("[...document.querySelectorAll('" + selector + "')].map(e=>e.innerText).join(' ')")
                .asString();
    }

    static String axe() throws IOException {
        try (InputStream script = DemonstrationSitesIT.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script, "axe-core").readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static int compressed(byte[] bytes) throws IOException {
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
            out.write(bytes);
        }
        return gzip.size();
    }
}
