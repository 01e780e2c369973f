package nl.plein.api.stories;

import static nl.plein.api.server.Proof.figure;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.plein.api.server.Client;
import nl.plein.api.server.RawRequest;
import nl.plein.api.server.RunningServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Lists of what leads out of other sites, put into every place that takes an address to go back to. None leads out of here. */
class ReturnAddressesIT {

    private static final int PORT = RunningServer.shared().port();
    private static final Pattern LINK = Pattern.compile("(?:href|action)=\"([^\"]*)\"");
    private static final Pattern RETURN = Pattern.compile("[?&]return=([^&]*)");

    /** The right password, too, is compared ten times a minute only. */
    private static final int SIGN_INS = 8;

    private static Colleagues colleagues;
    private static Town town;
    private static List<String> targets;
    private static Colleagues.Account noor;
    private static int asked;
    private static final List<String> LEFT = new ArrayList<>();

    @BeforeAll
    static void readTheLists() throws IOException {
        Set<String> read = new LinkedHashSet<>();
        try (Stream<Path> files = Files.walk(RealSites.folder("payloads/Open_Redirect"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                read.addAll(Files.readAllLines(file, StandardCharsets.ISO_8859_1));
            }
        }
        targets = read.stream().filter(line -> !line.isBlank()).toList();
        assertThat(targets).hasSizeGreaterThan(200);
        colleagues = new Colleagues();
        town = colleagues.town;
        town.awaitLive(town.publish(town.anEntry("Markt")));
        noor = colleagues.colleague("reader");
    }

    @AfterAll
    static void tell() {
        if (targets != null) {
            figure("return_addresses", targets.size());
            figure("return_requests", asked);
            figure("return_left", LEFT.size());
        }
    }

    @Test
    void the_address_itself_leads_nowhere_else() {
        for (String target : targets) {
            String path = (target.startsWith("/") ? "" : "/") + target.replace(" ", "%20");
            for (String host : List.of(town.host, "www." + town.host, colleagues.host, "www." + colleagues.host)) {
                for (String spelled : List.of(path, path + "/")) {
                    stays(host, spelled, location(host, spelled, List.of()));
                }
            }
        }
        assertThat(LEFT).isEmpty();
    }

    @Test
    void the_way_back_from_sign_in_is_a_path_of_the_site_from_end_to_end() {
        Visitor visitor = colleagues.signedIn(noor);
        for (String target : targets) {
            String start = visitor.ask(colleagues.host, "/identity/sign-in?return=" + encoded(target))
                    .header("Location");
            stays(colleagues.host, target, start);
            String code =
                    visitor.ask(visitor.platform(), pathOf(URI.create(start))).header("Location");
            stays(visitor.platform(), target, code);
            String back = visitor.ask(colleagues.host, pathOf(URI.create(code))).header("Location");
            assertThat(back).as(target).startsWith("/");
            stays(colleagues.host, target, back);
        }
        assertThat(LEFT).isEmpty();
    }

    @Test
    void a_return_address_that_is_written_into_the_form_is_refused_or_a_path() {
        Visitor visitor = colleagues.visitor();
        visitor.open(colleagues.host, "/nieuws/lunch");
        int signedIn = 0;
        for (String target : targets) {
            boolean isPath = visitor.ask(visitor.platform(), forged(target)).status() == 200;
            if (isPath && signedIn == SIGN_INS) {
                continue;
            }
            visitor.open(colleagues.host, "/nieuws/lunch");
            Client.Answer sent = visitor.send(
                    "/identity/sign-in",
                    Map.of("return", target, "mail", noor.mail(), "password", Colleagues.PASSWORD));
            assertThat(sent.status()).as(target).isEqualTo(isPath ? 303 : 400);
            stays(visitor.platform(), target, sent.header("Location"));
            if (isPath) {
                signedIn++;
                stays(
                        colleagues.host,
                        target,
                        visitor.ask(colleagues.host, pathOf(URI.create(sent.header("Location"))))
                                .header("Location"));
                visitor = colleagues.visitor();
            }
        }
        assertThat(signedIn).isEqualTo(SIGN_INS);
        assertThat(LEFT).isEmpty();
    }

    @Test
    void the_page_on_which_the_link_stood_is_one_of_the_same_host() {
        for (String target : targets) {
            for (String referrer : List.of(
                    target,
                    "http://" + colleagues.host + ":" + PORT + target,
                    "http://" + colleagues.host + target,
                    "http://" + colleagues.host + "/" + target)) {
                String to = location(colleagues.host, "/identity/sign-in", List.of("Referer: " + referrer));
                stays(colleagues.host, referrer, to);
                RawRequest.Answer old = RawRequest.send(
                        PORT,
                        "POST",
                        "/identity/sign-in",
                        List.of("Referer: " + referrer, "Content-Type: application/x-www-form-urlencoded"),
                        "token=0".getBytes(StandardCharsets.UTF_8));
                asked++;
                Matcher link = LINK.matcher(old.text());
                while (link.find()) {
                    stays("127.0.0.1", referrer, link.group(1).replace("&amp;", "&"));
                }
            }
        }
        assertThat(LEFT).isEmpty();
    }

    @Test
    void a_form_on_a_page_leads_back_to_a_page_of_the_site() {
        var opened = town.administrator
                .with("If-Match", "*")
                .post(
                        town.manage + "/part-changes",
                        "{\"changes\":[{\"kind\":\"setting\",\"key\":\"forms\",\"value\":{\"contact\":true,\"useful\":true}}]}");
        assertThat(opened.status()).as(opened.text()).isEqualTo(200);
        for (String target : targets) {
            for (String form : List.of("messages", "verdicts")) {
                RawRequest.Answer answer = RawRequest.send(
                        PORT,
                        "POST",
                        "/participate/v1/sites/" + town.id + "/" + form,
                        List.of("Host: " + town.host + ":" + PORT, "Content-Type: application/x-www-form-urlencoded"),
                        ("page=" + encoded(target) + "&locale=nl&website=trapped").getBytes(StandardCharsets.UTF_8));
                asked++;
                assertThat(answer.status()).as(target).isIn(303, 422, 400);
                stays(town.host, target, answer.header("Location"));
            }
        }
        assertThat(LEFT).isEmpty();
    }

    private static String location(String host, String path, List<String> more) {
        List<String> headers = new ArrayList<>(more);
        headers.add("Host: " + host + ":" + PORT);
        asked++;
        RawRequest.Answer answer = RawRequest.send(PORT, "GET", path, headers, new byte[0]);
        assertThat(answer.status()).as(path).isLessThan(500);
        return answer.header("Location");
    }

    /** That it leads to a host of this installation, and so does the way back that it carries along. */
    private static void stays(String from, String target, String location) {
        Matcher back = RETURN.matcher(location);
        String carried = back.find() ? URLDecoder.decode(back.group(1), StandardCharsets.UTF_8) : "";
        Set<String> own = Set.of(
                "127.0.0.1", town.host, "www." + town.host, colleagues.host, "www." + colleagues.host, "localhost");
        if (!own.contains(hostOf(from, location)) || !own.contains(hostOf(from, carried))) {
            LEFT.add(target + " leads from " + from + " to " + location);
        }
    }

    /** Where a browser that stands on a host goes to (URL standard, 4.4): tabs and line ends vanish, backslashes are slashes. */
    private static String hostOf(String from, String location) {
        String read = location.replaceAll("[\\t\\r\\n]", "").strip().replace('\\', '/');
        String scheme =
                read.replaceFirst("(?s)^([A-Za-z][A-Za-z0-9+.-]*):.*", "$1").toLowerCase(java.util.Locale.ROOT);
        boolean isAbsolute = !scheme.equals(read.toLowerCase(java.util.Locale.ROOT));
        if (isAbsolute && !scheme.matches("https?")) {
            return scheme + ":";
        }
        if (!isAbsolute && !read.startsWith("//")) {
            return from;
        }
        String authority = read.replaceFirst("^[A-Za-z0-9+.-]*:", "")
                .replaceFirst("^/*", "")
                .split("[/?#]", 2)[0];
        return authority.substring(authority.lastIndexOf('@') + 1).replaceFirst(":\\d*$", "");
    }

    @Test
    void what_browsers_read_as_another_host_is_seen() {
        List<String> out = List.of(
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "https://evil.example/x",
                "http:evil.example",
                "/\t/evil.example",
                "https://127.0.0.1@evil.example",
                "javascript:alert(1)");

        assertThat(out.stream().map(location -> hostOf("127.0.0.1", location)).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("evil.example", "javascript:");
        assertThat(hostOf("127.0.0.1", "/evil.example")).isEqualTo("127.0.0.1");
    }

    private static String forged(String target) {
        return "/identity/sign-in?site=" + colleagues.intranet + "&host=" + colleagues.host + "&state=" + "0".repeat(64)
                + "&return=" + encoded(target);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String pathOf(URI uri) {
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }
}
