package nl.plein.api.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import nl.plein.api.server.Client;
import nl.plein.api.server.RunningServer;
import org.junit.jupiter.api.Test;

/** Signing in on the platform, going over to an intranet, and all that may not be had by it. */
class SignInIT {

    private static final String SOME_STATE = "0".repeat(64);

    private final Colleagues colleagues = new Colleagues();
    private final Town town = colleagues.town;
    private final String host = colleagues.host;

    @Test
    void a_colleague_signs_in_and_reads_the_intranet() {
        Colleagues.Account noor = colleagues.colleague("reader");
        Visitor visitor = colleagues.visitor();

        Client.Answer form = visitor.open(host, "/nieuws/lunch?van=mail");
        assertThat(visitor.where()).startsWith(visitor.platform() + "/identity/sign-in?site=" + colleagues.intranet);
        assertThat(form.text()).contains("Log in om verder te gaan naar Intranet.");
        colleagues.signIn(visitor, noor, Colleagues.PASSWORD);
        Client.Answer page = visitor.follow();

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("<h1>Lunch</h1>");
        assertThat(visitor.where()).isEqualTo(host + "/nieuws/lunch?van=mail");
        assertThat(page.header("Cache-Control")).startsWith("private");
        assertThat(page.header("Vary")).contains("Cookie");
        assertThat(visitor.ask(host, "/nergens").status()).isEqualTo(404);
        assertThat(visitor.open("www." + host, "/nieuws/lunch").text()).contains("<h1>Lunch</h1>");
    }

    @Test
    void whoever_is_not_signed_in_is_led_to_sign_in_whether_a_page_exists_or_not() {
        Visitor stranger = colleagues.visitor();
        for (String path : List.of("/", "/nieuws/lunch", "/nergens", "/_plein/media/0123456789abcdef/x.png", "/a%ff")) {
            Client.Answer answer = stranger.ask(host, path);
            assertThat(answer.status()).as(path).isEqualTo(303);
            assertThat(answer.header("Location"))
                    .as(path)
                    .matches("http://127\\.0\\.0\\.1:\\d+/identity/sign-in\\?site=" + colleagues.intranet + "&host="
                            + host + "&state=[0-9a-f]{64}&return=.*");
            assertThat(answer.header("Cache-Control")).isEqualTo("private, no-store");
            assertThat(answer.bytes()).isEmpty();
        }
    }

    @Test
    void a_citizen_of_another_town_gets_nothing_at_any_address() {
        Colleagues.Account outsider = new Colleagues().colleague("administrator");
        Visitor visitor = colleagues.visitor();
        visitor.open(host, "/nieuws/lunch");
        colleagues.signIn(visitor, outsider, Colleagues.PASSWORD);

        Client.Answer there = visitor.follow();
        Client.Answer nowhere = visitor.open(host, "/nergens");

        assertThat(there.status()).isEqualTo(403);
        assertThat(there.text()).contains("Geen toegang").doesNotContain("Lunch");
        assertThat(nowhere.text().replace("/nergens", "/nieuws/lunch")).isEqualTo(there.text());
    }

    @Test
    void a_session_that_is_ended_elsewhere_is_dead_within_a_second() {
        Colleagues.Account noor = colleagues.colleague("reader");
        Visitor desk = colleagues.signedIn(noor);
        Visitor phone = colleagues.signedIn(noor);
        assertThat(phone.ask(host, "/nieuws/lunch").status()).isEqualTo(200);

        String list = desk.open(desk.platform(), "/identity/account").text();
        assertThat(list).contains("deze browser");
        String other = list.replaceAll("(?s).*name=\"session\" value=\"([^\"]+)\".*", "$1");
        assertThat(desk.send("/identity/account", Map.of("do", "end", "session", other))
                        .status())
                .isEqualTo(303);

        within(1, () -> phone.ask(host, "/nieuws/lunch").status() == 303);
        assertThat(phone.ask(phone.platform(), "/identity/v1/session").status()).isEqualTo(401);
        assertThat(desk.ask(host, "/nieuws/lunch").status()).isEqualTo(200);
    }

    @Test
    void signing_out_on_the_site_signs_out_there_and_on_the_platform() {
        Visitor visitor = colleagues.signedIn(colleagues.colleague("reader"));
        Map<String, String> stolen = Map.copyOf(visitor.cookiesOf(host));

        assertThat(visitor.open(host, "/identity/sign-out").text()).contains("Noor de Wit");
        assertThat(visitor.send("/identity/sign-out", Map.of("which", "this")).text())
                .contains("U bent uitgelogd");

        assertThat(visitor.ask(host, "/").status()).isEqualTo(303);
        visitor.cookiesOf(host).putAll(stolen);
        assertThat(visitor.ask(host, "/").status()).isEqualTo(303);
        assertThat(visitor.open(visitor.platform(), "/identity/account").text()).contains("Log in met uw account");
    }

    @Test
    void blocking_a_loss_of_role_and_signing_out_everywhere_act_within_a_second() {
        Colleagues.Account noor = colleagues.colleague("reader");
        Visitor visitor = colleagues.signedIn(noor);
        String members = "/manage/v1/agencies/" + town.id + "/members/" + noor.person();

        assertThat(town.administrator.delete(members + "/sessions").status()).isEqualTo(204);
        within(1, () -> visitor.ask(host, "/nieuws/lunch").status() == 303);

        Visitor again = colleagues.signedIn(noor);
        assertThat(town.administrator
                        .put(members + "/state", "{\"state\":\"blocked\"}")
                        .status())
                .isEqualTo(200);
        within(1, () -> again.ask(host, "/nieuws/lunch").status() == 303);
        again.open(host, "/");
        assertThat(colleagues.signIn(again, noor, Colleagues.PASSWORD).status()).isEqualTo(422);

        town.administrator.put(members + "/state", "{\"state\":\"active\"}");
        Visitor back = colleagues.signedIn(noor);
        assertThat(back.ask(host, "/nieuws/lunch").status()).isEqualTo(200);
        assertThat(town.administrator.delete(members).status()).isEqualTo(204);
        within(1, () -> back.ask(host, "/nieuws/lunch").status() == 403);
    }

    @Test
    void a_code_holds_once_for_its_site_and_for_the_browser_that_began() {
        Colleagues.Account noor = colleagues.colleague("reader");
        Visitor visitor = colleagues.visitor();
        visitor.open(host, "/nieuws/lunch");
        String arrival = arrival(colleagues.signIn(visitor, noor, Colleagues.PASSWORD));

        Visitor thief = colleagues.visitor();
        thief.ask(host, "/");
        String hers = arrival(visitor.ask(visitor.platform(), signInFor(visitor)));
        assertThat(thief.ask(host, hers).status()).as("in another browser").isEqualTo(400);
        assertThat(thief.cookiesOf(host)).doesNotContainKey("plein-session");
        assertThat(visitor.ask(town.host, arrival).status())
                .as("on another site")
                .isEqualTo(400);
        assertThat(visitor.ask(host, arrival).status()).as("used up there").isEqualTo(400);
        String third = arrival(visitor.ask(visitor.platform(), signInFor(visitor)));
        assertThat(visitor.ask(host, third).status()).isEqualTo(303);
        assertThat(visitor.ask(host, third).status()).as("again").isEqualTo(400);
    }

    @Test
    void the_cookie_of_one_site_is_worth_nothing_on_another_or_on_the_platform() {
        Visitor visitor = colleagues.signedIn(colleagues.colleague("administrator"));
        String secret = visitor.cookiesOf(host).get("plein-session");
        Visitor other = colleagues.visitor();
        for (String elsewhere : List.of(other.platform(), new Colleagues().host)) {
            other.cookiesOf(elsewhere).put("plein-session", secret);
        }

        assertThat(other.ask(other.platform(), "/manage/v1/sites").status()).isEqualTo(401);
        assertThat(other.ask(other.platform(), "/identity/v1/session").status()).isEqualTo(401);
    }

    @Test
    void the_session_has_another_name_than_what_was_there_before() {
        Visitor visitor = colleagues.visitor();
        visitor.cookiesOf(visitor.platform()).put("plein-session", "chosen-by-somebody-else");
        visitor.open(host, "/");
        colleagues.signIn(visitor, colleagues.colleague("reader"), Colleagues.PASSWORD);

        assertThat(visitor.cookiesOf(visitor.platform()).get("plein-session"))
                .hasSize(43)
                .isNotEqualTo("chosen-by-somebody-else");
    }

    @Test
    void nothing_leads_out_of_the_site() {
        assertThat(leadBack(List.of(
                        "//evil.example",
                        "/\\evil.example",
                        "\\\\evil.example",
                        "https://evil.example",
                        "/\t/evil.example",
                        "///evil.example",
                        "/%0d%0aX:1\r\nLocation: //evil.example",
                        "javascript:alert(1)",
                        "@evil.example",
                        ".evil.example",
                        "")))
                .isEqualTo(11);
        Visitor visitor = colleagues.visitor();
        for (String odd :
                List.of("evil.example", town.host, host + ".evil.example", "127.0.0.1", host + "@evil.example", "")) {
            assertThat(visitor.ask(visitor.platform(), forged(odd, "/")).status())
                    .as(odd)
                    .isEqualTo(400);
        }
    }

    @Test
    void lists_of_what_leads_out_of_other_sites_lead_nowhere_here() throws IOException {
        List<String> targets = new ArrayList<>();
        try (Stream<Path> files = Files.walk(RealSites.folder("payloads/Open_Redirect"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                targets.addAll(Files.readAllLines(file, StandardCharsets.ISO_8859_1));
            }
        }

        assertThat(leadBack(targets)).isGreaterThan(200);
    }

    /** Asks to be led to each after sign-in. @return how many were asked */
    private int leadBack(List<String> targets) {
        Visitor visitor = colleagues.signedIn(colleagues.colleague("reader"));
        for (String target : targets) {
            String asked = visitor.ask(host, "/identity/sign-in?return=" + encoded(target))
                    .header("Location");
            assertThat(URI.create(asked).getHost()).as(target).isEqualTo("127.0.0.1");
            Client.Answer code = visitor.ask(visitor.platform(), pathOf(asked));
            assertThat(URI.create(code.header("Location")).getHost()).as(target).isEqualTo(host);
            String back = visitor.ask(host, pathOf(code.header("Location"))).header("Location");
            assertThat(back).as(target).startsWith("/").doesNotStartWith("//").doesNotContain("\\", "\t", " ");
            Client.Answer forged = visitor.ask(visitor.platform(), forged(host, target));
            assertThat(forged.status() == 400 || forged.header("Location").startsWith("http://" + host + ":"))
                    .as(target)
                    .isTrue();
        }
        return targets.size();
    }

    private String forged(String ofHost, String target) {
        return "/identity/sign-in?site=" + colleagues.intranet + "&host=" + encoded(ofHost) + "&state=" + SOME_STATE
                + "&return=" + encoded(target);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void what_another_site_sends_in_my_name_is_refused() {
        Visitor visitor = colleagues.signedIn(colleagues.colleague("administrator"));
        visitor.open(visitor.platform(), "/identity/account");
        Map<String, String> out = Map.of("which", "all");

        assertThat(visitor.send("/identity/sign-out", out, "https://evil.example")
                        .status())
                .isEqualTo(403);
        visitor.open(visitor.platform(), "/identity/account");
        assertThat(visitor.send("/identity/sign-out", out, "http://" + town.host)
                        .status())
                .isEqualTo(403);
        visitor.open(visitor.platform(), "/identity/account");
        assertThat(visitor.send("/identity/sign-out", Map.of("token", "0".repeat(64), "which", "all"))
                        .status())
                .isEqualTo(403);
        assertThat(visitor.ask(visitor.platform(), "/identity/v1/session").status())
                .isEqualTo(200);
    }

    @Test
    void a_session_manages_with_a_token_from_the_own_pages_only() {
        Visitor visitor = colleagues.signedIn(colleagues.colleague("administrator"));
        String token = visitor.ask(visitor.platform(), "/identity/v1/session")
                .json()
                .path("csrfToken")
                .asString();
        String own = "http://127.0.0.1:" + RunningServer.shared().port();
        String types = "/manage/v1/agencies/" + town.id + "/members";
        String body = "{\"name\":\"Sam\",\"role\":\"reader\"}";

        assertThat(visitor.client().get(types).status()).as("reading").isEqualTo(200);
        assertThat(visitor.client().with("Origin", own).post(types, body).problem())
                .isEqualTo("csrf");
        assertThat(visitor.client().with("Plein-Csrf", token).post(types, body).problem())
                .isEqualTo("csrf");
        assertThat(visitor.client()
                        .with("Plein-Csrf", token)
                        .with("Origin", "https://evil.example")
                        .post(types, body)
                        .problem())
                .isEqualTo("csrf");
        Client meant = visitor.client().with("Plein-Csrf", token).with("Origin", own);
        assertThat(meant.post(types, body).status()).isEqualTo(201);
        assertThat(town.administrator.post(types, body).status()).as("by token").isEqualTo(201);
        assertThat(meant.delete("/identity/v1/sessions").status()).isEqualTo(204);
        assertThat(meant.get(types).status()).isEqualTo(401);
    }

    @Test
    void a_page_that_is_open_already_signs_in_without_being_left() {
        Colleagues.Account noor = colleagues.colleague("editor");
        Client page = Client.of(RunningServer.shared())
                .with("Origin", "http://127.0.0.1:" + RunningServer.shared().port());
        String right = "{\"mail\":\"" + noor.mail() + "\",\"password\":\"" + Colleagues.PASSWORD + "\"}";

        assertThat(page.post("/identity/v1/sessions", right.replace(Colleagues.PASSWORD, "geraden"))
                        .problem())
                .isEqualTo("wrong-sign-in");
        assertThat(Client.of(RunningServer.shared())
                        .with("Origin", "https://evil.example")
                        .post("/identity/v1/sessions", right)
                        .problem())
                .isEqualTo("other-origin");
        assertThat(page.onHost(host).post("/identity/v1/sessions", right).problem())
                .as("on a site's host")
                .isEqualTo("other-origin");

        Client.Answer in = page.post("/identity/v1/sessions", right);
        assertThat(in.status()).isEqualTo(201);
        String cookie = in.header("Set-Cookie").replaceFirst(";.*", "");
        assertThat(in.header("Set-Cookie")).contains("HttpOnly").contains("SameSite=Lax");
        Client signedIn = page.with("Cookie", cookie);
        assertThat(signedIn.get("/identity/v1/session").json().path("csrfToken"))
                .isEqualTo(in.json().path("csrfToken"));
        assertThat(signedIn.with("Plein-Csrf", in.json().path("csrfToken").asString())
                        .delete("/identity/v1/sessions/"
                                + in.json().path("session").asString())
                        .status())
                .isEqualTo(204);
        assertThat(signedIn.get("/identity/v1/session").status()).isEqualTo(401);
    }

    @Test
    void known_and_unknown_accounts_are_refused_alike_and_ten_tries_are_evaluated() {
        Colleagues.Account noor = colleagues.colleague("reader");
        Colleagues.Account nobody = new Colleagues.Account("", "nobody@" + host);
        List<String> pages = new ArrayList<>();
        for (Colleagues.Account account : List.of(noor, nobody)) {
            List<Integer> statuses = new ArrayList<>();
            Visitor guesser = colleagues.visitor();
            guesser.open(host, "/");
            for (int i = 0; i < 12; i++) {
                Client.Answer answer = colleagues.signIn(guesser, account, "guess " + i);
                statuses.add(answer.status());
                if (i == 0) {
                    pages.add(plain(answer, account));
                }
                if (i == 11) {
                    assertThat(answer.header("Retry-After")).isEqualTo("60");
                    pages.add(plain(answer, account));
                }
            }
            assertThat(statuses.subList(0, 10)).containsOnly(422);
            assertThat(statuses.subList(10, 12)).containsOnly(429);
        }
        assertThat(pages.get(0)).isEqualTo(pages.get(2));
        assertThat(pages.get(1)).isEqualTo(pages.get(3));
        Visitor late = colleagues.visitor();
        late.open(host, "/");
        assertThat(colleagues.signIn(late, noor, Colleagues.PASSWORD).status())
                .as("the right one, too")
                .isEqualTo(429);
    }

    @Test
    void a_role_on_one_site_is_given_listed_and_taken() {
        Colleagues.Account noor = colleagues.colleague("reader");
        String roles = "/manage/v1/sites/" + town.id + "/roles";
        String grant = "{\"person\":\"" + noor.person() + "\",\"role\":\"editor\"}";

        Client.Answer granted = Town.made(town.administrator.post(roles, grant));
        assertThat(town.administrator.get(roles).json().path("items").path(0)).isEqualTo(granted.json());
        assertThat(town.publisher.post(roles, grant).status()).isEqualTo(403);
        assertThat(new Colleagues()
                        .town
                        .administrator
                        .post("/manage/v1/sites/" + new Town().id + "/roles", grant)
                        .status())
                .as("of another agency")
                .isEqualTo(404);
        assertThat(town.administrator
                        .get("/manage/v1/agencies/" + town.id + "/members")
                        .text())
                .contains(noor.mail())
                .contains("\"role\":\"editor\"");
        assertThat(town.administrator.delete(granted.header("Location")).status())
                .isEqualTo(204);
        assertThat(town.administrator.delete(granted.header("Location")).status())
                .isEqualTo(404);
    }

    private String signInFor(Visitor visitor) {
        return pathOf(visitor.ask(host, "/identity/sign-in?return=/").header("Location"));
    }

    private static String arrival(Client.Answer answer) {
        assertThat(answer.status()).isEqualTo(303);
        return pathOf(answer.header("Location"));
    }

    private static String pathOf(String address) {
        URI uri = URI.create(address);
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    private static String plain(Client.Answer answer, Colleagues.Account account) {
        return answer.text()
                .replace(account.mail(), "?")
                .replaceAll("name=\"(token|state)\" value=\"[^\"]*\"|state=[0-9a-f]{64}", "");
    }

    private static void within(int seconds, BooleanSupplier happened) {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        while (!happened.getAsBoolean()) {
            assertThat(System.nanoTime()).as("not within " + seconds + " s").isLessThan(end);
        }
    }
}
