package nl.plein.api.sites;

import static nl.plein.api.server.Proof.figure;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.plein.api.server.Browser;
import nl.plein.api.server.Client;
import nl.plein.api.server.RunningServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of sign-in in a real browser that runs no scripts, on the demonstration; mails come by a real mail server. */
class SignInPagesIT {

    private static final int PHONE = 390;
    private static final int DESK = 1280;
    private static final Pattern LINK =
            Pattern.compile("http://127\\.0\\.0\\.1:\\d+/identity/password\\?link=[\\w-]{43}");

    @TempDir
    static Path folder;

    private static GreenMail mails;
    private static RunningServer server;
    private static Chromium browser;

    private final List<String> found = new ArrayList<>();
    private int looks;

    @BeforeAll
    static void start() throws Exception {
        Assumptions.assumeTrue(Browser.program().isPresent(), "there is no browser on this machine");
        mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mails.start();
        server = RunningServer.fresh();
        server.start(
                "-Dplein.demo=true",
                "-Dplein.mail.host=127.0.0.1",
                "-Dplein.mail.port=" + mails.getSmtp().getPort(),
                "-Dplein.mail.tls=none",
                "-Dplein.mail.from=plein@voorbeeldstad.example");
        awaitLog("Plein is ready");
        browser = new Chromium(Browser.program().get(), Files.createDirectory(folder.resolve("profile")));
        browser.withScripts(false);
        browser.look(PHONE, false);
    }

    @AfterAll
    static void end() {
        if (browser != null) {
            browser.close();
        }
        if (server != null) {
            server.stop();
        }
        if (mails != null) {
            mails.stop();
        }
    }

    @BeforeEach
    void inDutchAndSignedOut() throws Exception {
        browser.open(platform("/identity/sign-out?language=nl"));
        if (text("main button").contains("Uitloggen")) {
            browser.click("main button");
        }
    }

    @Test
    void a_colleague_finds_the_way_from_a_forgotten_password_to_the_intranet() throws Exception {
        int before = mails.getReceivedMessages().length;
        browser.open(intranet("/"));
        judge("sign-in");
        fill("mail", "noor@voorbeeldstad.example");
        fill("password", "iets anders dan het was");
        browser.click("main button");
        assertThat(text("[role=alert]")).contains("horen niet bij elkaar");
        judge("sign-in, refused");

        browser.click("main .aside a");
        judge("forgotten");
        fill("mail", "noor@voorbeeldstad.example");
        browser.click("main button");
        assertThat(text("h1")).isEqualTo("Kijk in uw e-mail");
        judge("forgotten, done");

        assertThat(mails.waitForIncomingEmail(20_000, before + 1)).isTrue();
        String link = linkIn(before);
        browser.open(link);
        judge("reset");
        fill("password", "te kort");
        browser.click("main button");
        assertThat(text(".error")).contains("minstens 12 tekens");
        judge("reset, refused");
        fill("password", "zeven zwanen in de gracht");
        browser.click("main button");
        assertThat(text("[role=status]")).contains("opgeslagen");
        judge("sign-in, after reset");

        browser.open(intranet("/"));
        fill("mail", "noor@voorbeeldstad.example");
        fill("password", "zeven zwanen in de gracht");
        browser.click("main button");
        assertThat(browser.evaluate("location.href").asString()).isEqualTo(intranet("/"));
        assertThat(text("h1")).isNotEmpty();

        browser.open(platform("/identity/account"));
        assertThat(text("main")).contains("Noor de Wit").contains("Chrome, Linux");
        judge("account");
        browser.open(link);
        assertThat(text("h1")).isEqualTo("Deze link werkt niet meer");
        judge("dead link");
        browser.open(intranet("/identity/sign-out?language=nl"));
        judge("sign-out");
        browser.click("main button");
        assertThat(text("h1")).isEqualTo("U bent uitgelogd");
        judge("signed out");
        browser.open(intranet("/"));
        assertThat(text("h1")).isEqualTo("Inloggen");

        verdict();
    }

    @Test
    void somebody_who_is_asked_in_makes_an_account_in_english_and_is_kept_out_without_a_role() throws Exception {
        Client administrator = Client.of(server).withToken(RunningServer.ADMINISTRATOR);
        String members = "/manage/v1/agencies/voorbeeldstad/members";
        int before = mails.getReceivedMessages().length;
        Client.Answer added = administrator.post(
                members,
                "{\"name\":\"Alex Jansen\",\"role\":\"reader\",\"mail\":\"alex@voorbeeldstad.example\",\"language\":\"en\"}");
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        assertThat(added.json().has("link")).isFalse();
        assertThat(mails.waitForIncomingEmail(20_000, before + 1)).isTrue();

        browser.open(linkIn(before) + "&language=en");
        assertThat(text("main")).contains("Welcome Alex Jansen");
        judge("invitation");
        fill("password", "seven swans on the canal");
        browser.click("main button");
        assertThat(administrator
                        .delete(members + "/" + added.json().path("person").asString())
                        .status())
                .isEqualTo(204);
        browser.open(intranet("/nieuws"));
        fill("mail", "alex@voorbeeldstad.example");
        fill("password", "seven swans on the canal");
        browser.click("main button");
        assertThat(text("h1")).matches("Geen toegang|No access");
        judge("not for you");

        verdict();
    }

    @Test
    void the_log_of_the_first_start_has_a_link_for_the_first_administrator_and_the_people_of_the_demonstration()
            throws Exception {
        String log = Files.readString(server.data().resolve("server.log"));
        Matcher link = LINK.matcher(log);
        assertThat(link.find()).isTrue();
        assertThat(log).contains("noor@voorbeeldstad.example  drie-eenden-op-het-plein  publisher");

        browser.open(link.group());
        fill("mail", "beheer@voorbeeldstad.example");
        fill("password", "de sleutel ligt in de la");
        judge("first administrator");
        browser.click("main button");
        fill("mail", "beheer@voorbeeldstad.example");
        fill("password", "de sleutel ligt in de la");
        browser.click("main button");
        assertThat(text("main")).contains("U bent ingelogd als Administrator");

        verdict();
    }

    /** As axe sees it, on a phone and on a desk, by day and by night. */
    private void judge(String page) throws IOException {
        browser.withScripts(true); // axe is one; the page has none
        browser.evaluate(DemonstrationSitesIT.axe() + ";0");
        for (int width : List.of(PHONE, DESK)) {
            for (boolean dark : List.of(false, true)) {
                browser.look(width, dark);
                for (String violation : DemonstrationSitesIT.violations(browser, dark)) {
                    found.add(page + " at " + width + (dark ? " dark: " : " light: ") + violation);
                }
                looks++;
            }
        }
        browser.look(PHONE, false);
        browser.withScripts(false);
    }

    private void verdict() {
        figure("sign_in_axe_looks", looks);
        assertThat(found).isEmpty();
    }

    private static void fill(String id, String value) {
        browser.evaluate("document.getElementById('" + id + "').value = '" + value + "'");
    }

    private static String text(String selector) {
        return browser.evaluate("document.querySelector('" + selector + "')?.innerText ?? ''")
                .asString();
    }

    private static String intranet(String path) {
        return "http://intranet.voorbeeldstad.localhost:" + server.port() + path;
    }

    private static String platform(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    private static String linkIn(int mail) throws Exception {
        String text =
                new String(mails.getReceivedMessages()[mail].getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher link = LINK.matcher(text);
        assertThat(link.find()).as(text).isTrue();
        return link.group();
    }

    private static void awaitLog(String words) throws IOException, InterruptedException {
        Path log = server.data().resolve("server.log");
        for (int i = 0; i < 1_200 && !Files.readString(log).contains(words); i++) {
            Thread.sleep(100);
        }
        assertThat(Files.readString(log)).contains(words);
    }
}
