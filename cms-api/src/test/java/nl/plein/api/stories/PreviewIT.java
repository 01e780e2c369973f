package nl.plein.api.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import nl.plein.api.server.Client;
import nl.plein.api.server.Client.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is not published yet is seen by whoever has a link, as a whole site, and by nobody else. */
class PreviewIT {

    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/[^\"#?]*)");
    private static final Pattern MEDIA = Pattern.compile("/preview/[^\" ]*/_plein/media/[^\" ]+");
    private static final Pattern COOKIE = Pattern.compile("plein-preview=([0-9a-f]{64}); Path=([^;]+);");

    private final Town town = new Town();

    /** A link, and the browser that has opened it. */
    private record Opened(String id, String link, String base, Client browser) {

        Answer get(String path) {
            return browser.get(base + path);
        }
    }

    @Test
    void a_previewed_site_is_clicked_through_and_nothing_of_it_reaches_the_public() throws Exception {
        String market = town.anEntry("Markt");
        long live = town.publish(market);
        town.awaitLive(live);
        String before = town.liveRoot();
        town.retitle(market, "Markt vernieuwd");
        String fair = town.anEntry("Kermis");

        Opened preview = opened(town, "{\"name\":\"Alles\",\"audience\":\"everyone\"}");
        Map<String, Answer> pages = clickThrough(preview);

        assertThat(pages.get("/nieuws/markt").text()).contains(">Markt vernieuwd<");
        assertThat(pages.get("/nieuws/kermis").text()).contains(">Kermis<");
        assertThat(pages.get("/").status()).isEqualTo(200);
        assertThat(pages.keySet()).anyMatch(path -> path.endsWith(".css"));
        assertThat(pages).allSatisfy((path, page) -> {
            assertThat(page.status()).as(path).isEqualTo(200);
            assertThat(page.header("X-Robots-Tag")).as(path).contains("noindex");
            assertThat(page.header("Referrer-Policy")).as(path).isEqualTo("no-referrer");
            assertThat(page.header("Cache-Control")).as(path).isEqualTo("no-store");
        });
        assertThat(pages.get("/nieuws/markt").header("Content-Security-Policy")).contains("form-action 'none'");
        Answer missing = preview.get("/nieuws/er-niet");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.header("Content-Type")).startsWith("text/html");

        town.retitle(fair, "Kermis op het plein");
        assertThat(preview.get("/nieuws/kermis").text()).contains(">Kermis op het plein<");

        assertThat(town.visitor.get("/nieuws/markt").text()).contains(">Markt<").doesNotContain("vernieuwd");
        assertThat(town.visitor.get("/nieuws/kermis").status()).isEqualTo(404);
        assertThat(town.anyone
                        .get(town.delivery + "/entries/" + fair + "?locale=nl")
                        .status())
                .isEqualTo(404);
        assertThat(town.anyone
                        .get(town.delivery + "/entries/" + market + "?locale=nl")
                        .text())
                .doesNotContain("vernieuwd");
        assertThat(town.anyone.get(town.delivery + "/search?q=kermis").text()).doesNotContain("Kermis");
        assertThat(town.liveRoot()).isEqualTo(before);
    }

    @Test
    void a_frame_of_the_platforms_host_shows_the_same_pages_without_an_origin_and_closes_with_the_link() {
        town.awaitLive(town.publish(town.anEntry("Markt")));
        String fair = town.anEntry("Kermis");
        Answer made = town.administrator.post(
                town.manage + "/previews", "{\"name\":\"Naast de tekst\",\"audience\":\"everyone\"}");
        String frame = made.json().path("frame").asString();

        Answer page = town.anyone.get(frame + "nieuws/kermis");
        assertThat(page.text()).contains(">Kermis<").contains("href=\"" + frame);
        assertThat(page.header("Content-Security-Policy"))
                .contains("sandbox allow-scripts")
                .doesNotContain("allow-same-origin")
                .contains("frame-ancestors 'self'");
        assertThat(page.header("Set-Cookie")).isEmpty();
        assertThat(town.anyone
                        .get(frame.replaceFirst("/[0-9a-f]{64}/", "/" + "0".repeat(64) + "/"))
                        .status())
                .isEqualTo(404);
        assertThat(town.visitor.get(frame + "nieuws/kermis").status())
                .as("on a site's host")
                .isEqualTo(404);

        town.retitle(fair, "Kermis op het plein");
        assertThat(town.anyone.get(frame + "nieuws/kermis").text()).contains(">Kermis op het plein<");
        town.administrator.delete(town.manage + "/previews/"
                + made.json().path("preview").path("id").asString());
        assertThat(town.anyone.get(frame + "nieuws/kermis").status()).isEqualTo(404);
    }

    @Test
    void a_picture_of_a_draft_is_seen_in_its_preview_and_nowhere_else() throws IOException {
        town.made(
                town.administrator.post(
                        "/manage/v1/agencies/" + town.id + "/content-types",
                        """
                {"key":"view","kind":"entry","name":{"nl":"Gezicht"},"titleField":"title","pathPattern":"/gezicht/{slug}",
                 "fields":[{"key":"title","kind":"text","name":{"nl":"Titel"},"required":true},
                           {"key":"image","kind":"asset","name":{"nl":"Beeld"}}]}"""));
        Answer upload = town.made(
                town.publisher.post(town.manage + "/assets?file=gracht.png", "application/octet-stream", aPicture()));
        town.made(town.publisher.post(
                town.manage + "/entries",
                "{\"type\":\"view\",\"locale\":\"nl\",\"fields\":{\"title\":\"Gracht\",\"image\":{\"asset\":\""
                        + upload.json().path("id").asString() + "\",\"alt\":\"Gracht\"}}}"));

        Opened preview = opened(town, "{\"name\":\"Beeld\",\"audience\":\"everyone\"}");

        List<String> named = MEDIA.matcher(preview.get("/gezicht/gracht").text())
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
        assertThat(named).isNotEmpty().allSatisfy(path -> {
            assertThat(path).startsWith(preview.base() + "/");
            String bare = path.substring(preview.base().length());
            Answer picture = preview.get(bare);
            assertThat(picture.status()).isEqualTo(200);
            assertThat(picture.header("Content-Type")).startsWith("image/");
            assertThat(picture.header("Cache-Control")).isEqualTo("no-store");
            assertThat(picture.bytes()).isNotEmpty();
            assertThat(town.visitor.get(path).status()).isEqualTo(404);
            assertThat(town.visitor.get(bare).status()).isIn(404, 503);
        });
        assertThat(town.anyone.get(upload.json().path("src").asString()).status())
                .isEqualTo(404);
    }

    private static byte[] aPicture() throws IOException {
        var png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(1_200, 600, BufferedImage.TYPE_INT_RGB), "png", png);
        return png.toByteArray();
    }

    @Test
    void whoever_has_no_open_link_gets_the_same_404_whatever_is_the_matter() throws Exception {
        town.awaitLive(town.publish(town.anEntry("Markt")));
        Opened open = opened(town, "{\"name\":\"Open\",\"audience\":\"everyone\"}");
        Opened revoked = opened(town, "{\"name\":\"Ingetrokken\",\"audience\":\"everyone\"}");
        Opened expiring = opened(
                town,
                "{\"name\":\"Kort\",\"audience\":\"everyone\",\"expiresAt\":\""
                        + Instant.now().plusSeconds(2) + "\"}");
        Opened foreign = opened(new Town(), "{\"name\":\"Elders\",\"audience\":\"everyone\"}");
        assertThat(expiring.get("/").status()).isEqualTo(200);
        assertThat(town.publisher
                        .delete(town.manage + "/previews/" + revoked.id())
                        .status())
                .isEqualTo(204);
        Thread.sleep(2_100);

        Answer never = town.visitor.get("/preview/" + UUID.randomUUID() + "/");
        assertThat(never.status()).isEqualTo(404);
        assertThat(never.header("X-Robots-Tag")).contains("noindex");
        assertThat(never.header("Referrer-Policy")).isEqualTo("no-referrer");
        String same = withoutAddress(never);
        assertThat(withoutAddress(revoked.get("/nieuws/markt"))).isEqualTo(same);
        assertThat(withoutAddress(town.visitor.get(revoked.link()))).isEqualTo(same);
        assertThat(withoutAddress(expiring.get("/"))).isEqualTo(same);
        assertThat(withoutAddress(town.visitor.get(expiring.link()))).isEqualTo(same);
        assertThat(withoutAddress(town.visitor.get(foreign.link()))).isEqualTo(same);
        assertThat(withoutAddress(town.visitor.get(open.base() + "/"))).isEqualTo(same);
        assertThat(withoutAddress(town.visitor.get(open.base() + "/?token=geraden")))
                .isEqualTo(same);
        assertThat(withoutAddress(town.anyone.get(open.link()))).isEqualTo(same);
        assertThat(withoutAddress(town.visitor.get("/preview/geen-id/nieuws"))).isEqualTo(same);
        assertThat(open.get("/nieuws/markt").status()).isEqualTo(200);

        JsonNode list = town.publisher.get(town.manage + "/previews").json().path("items");
        assertThat(list.findValuesAsString("state")).containsExactlyInAnyOrder("open", "revoked", "expired");
        assertThat(list.toString()).doesNotContain("token").doesNotContain(open.link());
    }

    @Test
    void a_link_shows_no_more_than_its_maker_may_see_also_later() {
        Answer member = town.made(town.administrator.post(
                "/manage/v1/agencies/" + town.id + "/members", "{\"name\":\"Sam\",\"role\":\"editor\"}"));
        Client sam = town.anyone.withToken(member.json().path("secret").asString());
        town.made(town.publisher.post(
                town.manage + "/entries",
                "{\"type\":\"news\",\"locale\":\"nl\",\"audience\":\"agency\",\"fields\":{\"title\":\"Intern\"}}"));

        Opened everyone = opened(town, sam, "{\"name\":\"Iedereen\",\"audience\":\"everyone\"}");
        Opened colleagues = opened(town, sam, "{\"name\":\"Collega's\",\"audience\":\"agency\"}");
        Answer group = sam.post(town.manage + "/previews", "{\"name\":\"Groep\",\"audience\":\"group:bouw\"}");

        assertThat(everyone.get("/nieuws/intern").status()).isEqualTo(404);
        assertThat(colleagues.get("/nieuws/intern").status()).isEqualTo(200);
        assertThat(group.status()).isEqualTo(403);
        assertThat(group.problem()).isEqualTo("audience-not-yours");

        String person = member.json().path("person").asString();
        assertThat(town.administrator
                        .delete("/manage/v1/agencies/" + town.id + "/members/" + person)
                        .status())
                .isEqualTo(204);

        Town.await(() -> colleagues.get("/nieuws/intern"), answer -> answer.status() == 404);
        assertThat(everyone.get("/").status()).isEqualTo(404);
    }

    @Test
    void a_group_is_previewed_under_its_prefix_by_links_of_its_members_as_long_as_they_are_in_it() {
        Answer member = town.made(town.administrator.post(
                "/manage/v1/agencies/" + town.id + "/members", "{\"name\":\"Sam\",\"role\":\"editor\"}"));
        Client sam = town.anyone.withToken(member.json().path("secret").asString());
        String person = member.json().path("person").asString();
        assertThat(town.administrator
                        .with("If-Match", "*")
                        .post(
                                town.manage + "/part-changes",
                                """
                {"changes":[{"kind":"group","key":"bouw","value":{"slug":"bouwteam","title":{"nl":"Bouwteam","en":"Builders"}}}]}""")
                        .status())
                .isEqualTo(200);
        String members = town.manage + "/groups/bouw/members";
        town.made(town.administrator.post(members, "{\"person\":\"" + person + "\",\"role\":\"member\"}"));
        town.made(
                town.publisher.post(
                        town.manage + "/entries",
                        "{\"type\":\"news\",\"locale\":\"nl\",\"audience\":\"group:bouw\",\"fields\":{\"title\":\"Steiger\"}}"));
        town.anEntry("Voor iedereen");

        Opened group = opened(town, sam, "{\"name\":\"Groep\",\"audience\":\"group:bouw\"}");

        assertThat(group.get("/groepen/bouwteam").text()).contains("Steiger");
        assertThat(group.get("/groepen/bouwteam/nieuws/steiger").status()).isEqualTo(200);
        assertThat(group.get("/nieuws/voor-iedereen").status()).isEqualTo(200);
        assertThat(town.administrator.delete(members + "/" + person).status()).isEqualTo(204);
        Town.await(() -> group.get("/groepen/bouwteam"), answer -> answer.status() == 404);
    }

    @Test
    void a_release_is_seen_before_it_is_published() {
        String inside = town.anEntry("Markt");
        String outside = town.anEntry("Kermis");
        String gone = town.anEntry("Voorbij");
        town.publish(inside);
        town.publish(outside);
        town.publish(gone);
        town.retitle(inside, "Markt in de release");
        town.retitle(outside, "Kermis daarbuiten");
        String release = town.made(town.publisher.post(
                        town.manage + "/releases",
                        "{\"name\":\"Voorjaar\",\"items\":[{\"entry\":\"" + inside
                                + "\",\"locale\":\"nl\",\"act\":\"publish\"},{\"entry\":\"" + gone
                                + "\",\"locale\":\"nl\",\"act\":\"unpublish\"}]}"))
                .json()
                .path("id")
                .asString();

        Opened preview =
                opened(town, "{\"name\":\"Voorjaar\",\"audience\":\"everyone\",\"release\":\"" + release + "\"}");

        assertThat(preview.get("/nieuws/markt").text()).contains(">Markt in de release<");
        assertThat(preview.get("/nieuws/kermis").text()).contains(">Kermis<").doesNotContain("daarbuiten");
        assertThat(preview.get("/nieuws/voorbij").status()).isEqualTo(404);
    }

    @Test
    void a_date_to_come_shows_what_is_scheduled_until_then() {
        String leaves = town.anEntry("Vertrekt");
        String comes = town.anEntry("Komt");
        town.publish(leaves);
        town.aSchedule(leaves, "unpublish", "2033-01-01T09:00");
        town.aSchedule(comes, "publish", "2033-02-01T09:00");

        Opened between = opened(town, "{\"name\":\"Januari\",\"audience\":\"everyone\",\"at\":\"2033-01-15T12:00\"}");
        Opened after = opened(town, "{\"name\":\"Maart\",\"audience\":\"everyone\",\"at\":\"2033-03-01T12:00\"}");

        assertThat(between.get("/nieuws/vertrekt").status()).isEqualTo(404);
        assertThat(between.get("/nieuws/komt").status()).isEqualTo(404);
        assertThat(after.get("/nieuws/komt").text()).contains(">Komt<");
        assertThat(town.publisher
                        .post(
                                town.manage + "/previews",
                                "{\"name\":\"Toen\",\"audience\":\"everyone\",\"at\":\"2020-01-01T12:00\"}")
                        .problem())
                .isEqualTo("time-past");
    }

    private static Opened opened(Town town, String wanted) {
        return opened(town, town.publisher, wanted);
    }

    /** The link is swapped for a cookie that is sent to this preview only. */
    private static Opened opened(Town town, Client maker, String wanted) {
        JsonNode made = Town.made(maker.post(town.manage + "/previews", wanted)).json();
        String id = made.path("preview").path("id").asString();
        String url = made.path("url").asString();
        assertThat(url).contains("//" + town.host);
        String link = url.substring(url.indexOf("/preview/"));
        Answer swapped = town.visitor.get(link);
        assertThat(swapped.status()).as(swapped.text()).isEqualTo(303);
        assertThat(swapped.header("Location")).isEqualTo("/preview/" + id + "/");
        Matcher cookie = COOKIE.matcher(swapped.header("Set-Cookie"));
        assertThat(cookie.find()).as(swapped.header("Set-Cookie")).isTrue();
        assertThat(cookie.group(2)).isEqualTo("/preview/" + id);
        assertThat(link).doesNotContain(cookie.group(1));
        return new Opened(id, link, "/preview/" + id, town.visitor.with("Cookie", "plein-preview=" + cookie.group(1)));
    }

    /** Follows every link and fetches every file, from the home page on: none leads out of the preview. */
    private static Map<String, Answer> clickThrough(Opened preview) {
        Map<String, Answer> seen = new LinkedHashMap<>();
        Deque<String> waiting = new ArrayDeque<>();
        waiting.add("/");
        while (!waiting.isEmpty()) {
            String path = waiting.poll();
            if (seen.containsKey(path)) {
                continue;
            }
            Answer answer = preview.get(path);
            seen.put(path, answer);
            if (answer.header("Content-Type").startsWith("text/html")) {
                for (Matcher link = LINK.matcher(answer.text()); link.find(); ) {
                    assertThat(link.group(1)).as("a link on " + path).startsWith(preview.base() + "/");
                    waiting.add(link.group(1).substring(preview.base().length()));
                }
            }
        }
        return seen;
    }

    /** What the page says but for its own address. */
    private static String withoutAddress(Answer answer) {
        assertThat(answer.status()).isEqualTo(404);
        return answer.text().replaceAll("href=\"/preview/[^\"]*\"", "");
    }
}
