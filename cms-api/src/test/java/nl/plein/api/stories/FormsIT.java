package nl.plein.api.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import nl.plein.api.server.Client;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What visitors send by the forms on pages, without a script: on the page, to the server, back to the page, to those who read it. */
class FormsIT {

    private final Town town = new Town();
    private final String messages = "/participate/v1/sites/" + town.id + "/messages";
    private final String verdicts = "/participate/v1/sites/" + town.id + "/verdicts";

    @Test
    void a_page_asks_whether_it_was_useful_and_the_answer_leads_back_to_it() {
        open("{\"useful\":true}");
        town.awaitLive(town.publish(town.anEntry("Nut")));
        String page = town.visitor.get("/nieuws/nut").text();
        assertThat(page)
                .contains("<form class=\"wrap\" method=\"post\" action=\"" + verdicts + "\">")
                .contains("name=\"page\" value=\"/nieuws/nut\"")
                .contains("id=\"_verdict-thanks\"");

        Client.Answer answer =
                send(verdicts, Map.of("page", "/nieuws/nut", "locale", "nl", "answer", "no", "website", ""));

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/nieuws/nut#_verdict-thanks");
        JsonNode told = town.publisher.get(town.manage + "/usefulness").json();
        assertThat(told.path("items").toString()).isEqualTo("[{\"path\":\"/nieuws/nut\",\"yes\":0,\"no\":1}]");
    }

    @Test
    void a_message_is_read_by_those_who_publish_and_deleted_for_good() {
        open("{\"contact\":true}");

        Client.Answer answer = send(messages, aMessage("Ik zie =SOM(1;2) & <script>alert(1)</script>"));

        assertThat(answer.header("Location")).isEqualTo("/contact#_message-thanks");
        JsonNode one = town.publisher
                .get(town.manage + "/contributions?kind=message")
                .json()
                .path("items")
                .path(0);
        assertThat(one.path("text").asString()).isEqualTo("Ik zie =SOM(1;2) & <script>alert(1)</script>");
        assertThat(one.path("email").asString()).isEqualTo("sam@example.nl");
        assertThat(town.anyone.get(town.manage + "/contributions").status()).isEqualTo(401);
        String id = town.manage + "/contributions/" + one.path("id").asString();
        assertThat(town.publisher.get(id).json()).isEqualTo(one);
        assertThat(town.publisher.delete(id).status()).isEqualTo(204);
        assertThat(town.publisher.get(id).status()).isEqualTo(404);
        assertThat(town.publisher.delete(id).status()).isEqualTo(404);
    }

    @Test
    void the_table_holds_no_formula() {
        open("{\"contact\":true}");
        send(messages, aMessage("=HYPERLINK(\"http://example.org\")"));

        Client.Answer table = town.publisher.get(town.manage + "/contribution-table");

        assertThat(table.header("Content-Type")).isEqualTo("text/csv;charset=utf-8");
        assertThat(table.text())
                .contains("\"'=HYPERLINK(\"\"http://example.org\"\")\"")
                .doesNotContain(",\"=");
    }

    @Test
    void what_is_missing_leads_to_the_words_that_say_so_and_is_not_kept() {
        open("{\"contact\":true}");

        Client.Answer empty = send(messages, aMessage(" "));
        Client.Answer elsewhere = send(messages, Map.of("page", "//example.org", "locale", "nl", "text", "Dag"));

        assertThat(empty.status()).isEqualTo(303);
        assertThat(empty.header("Location")).isEqualTo("/contact#_message-problem");
        assertThat(elsewhere.status()).isEqualTo(422);
        assertThat(kept()).isZero();
    }

    @Test
    void a_program_that_fills_in_everything_is_thanked_and_forgotten() {
        open("{\"contact\":true}");
        var all = new java.util.TreeMap<>(aMessage("Koop nu"));
        all.put("website", "http://example.org");

        assertThat(send(messages, all).header("Location")).isEqualTo("/contact#_message-thanks");

        assertThat(kept()).isZero();
    }

    @Test
    void a_trapped_program_is_led_nowhere_else_either() {
        open("{\"contact\":true}");

        Client.Answer answer = send(messages, Map.of("page", "https://example.org/", "website", "x"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.header("Location")).isEmpty();
    }

    @Test
    void one_address_may_send_five_messages_in_ten_minutes() {
        open("{\"contact\":true}");
        for (int i = 0; i < 5; i++) {
            assertThat(send(messages, aMessage("Bericht " + i)).status()).isEqualTo(303);
        }

        Client.Answer refused = town.visitor
                .with("X-Forwarded-For", "192.0.2.1")
                .post(messages, "application/x-www-form-urlencoded", form(aMessage("Bericht 6")));

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("600");
        assertThat(kept()).isEqualTo(5);
    }

    @Test
    void closed_forms_other_sites_and_strange_bodies_are_refused() {
        assertThat(send(messages, aMessage("Dag")).status()).isEqualTo(404);
        open("{\"contact\":true}");
        assertThat(town.visitor
                        .with("Origin", "https://elders.example")
                        .post(messages, "application/x-www-form-urlencoded", form(aMessage("Dag")))
                        .problem())
                .isEqualTo("other-origin");
        assertThat(town.visitor
                        .with("Origin", "http://[:%%")
                        .post(messages, "application/x-www-form-urlencoded", form(aMessage("Dag")))
                        .status())
                .isEqualTo(403);
        assertThat(town.anyone
                        .onHost(new Town().host)
                        .post(messages, "application/x-www-form-urlencoded", form(aMessage("Dag")))
                        .status())
                .isEqualTo(404);
        for (String odd :
                new String[] {"text=%", "text=%zz", "text=%ff", "text=a%00b", "text=a&text=b", "a&".repeat(30)}) {
            Client.Answer answer = town.anyone.post(
                    messages.replace(town.id, town.id),
                    "application/x-www-form-urlencoded",
                    odd.getBytes(StandardCharsets.UTF_8));
            assertThat(answer.status()).as(odd).isIn(400, 429);
        }
        assertThat(town.anyone
                        .post(messages, "application/json", "{}".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(415);
        assertThat(kept()).isZero();
    }

    @Test
    void a_program_learns_nothing_of_a_form_that_is_not_open() {
        Client.Answer closed = send(messages, Map.of("page", "/", "website", "x"));
        Client.Answer never = send(messages.replace(town.id, "nooit-geweest"), Map.of("page", "/", "website", "x"));

        assertThat(closed.status()).isEqualTo(404);
        assertThat(closed.text().replace(town.id, "?")).isEqualTo(never.text().replace("nooit-geweest", "?"));
    }

    @Test
    void a_body_without_end_is_refused() {
        open("{\"useful\":true}");
        byte[] long_ = ("text=" + "x".repeat(200_000)).getBytes(StandardCharsets.UTF_8);

        assertThat(town.visitor
                        .post(verdicts, "application/x-www-form-urlencoded", long_)
                        .status())
                .isEqualTo(413);
    }

    private void open(String forms) {
        Client.Answer changed = town.administrator
                .with("If-Match", "*")
                .post(
                        town.manage + "/part-changes",
                        "{\"changes\":[{\"kind\":\"setting\",\"key\":\"forms\",\"value\":" + forms + "}]}");
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    }

    private int kept() {
        return town.publisher
                .get(town.manage + "/contributions")
                .json()
                .path("items")
                .size();
    }

    private Client.Answer send(String path, Map<String, String> fields) {
        return town.visitor
                .with("Origin", "http://" + town.host)
                .post(path, "application/x-www-form-urlencoded", form(fields));
    }

    private static Map<String, String> aMessage(String text) {
        return Map.of("page", "/contact", "locale", "nl", "text", text, "name", "Sam", "email", "sam@example.nl");
    }

    private static byte[] form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
