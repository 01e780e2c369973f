package nl.plein.api.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import nl.plein.api.server.Client;
import nl.plein.api.server.Client.Answer;
import nl.plein.api.server.RunningServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A site of its own on a server, and all ways to change it and to look at it, over HTTP. */
final class ChaosSite {

    private static final JsonMapper JSON = new JsonMapper();

    private final String id = "chaos-" + UUID.randomUUID().toString().substring(0, 8);
    private final Client anyone;
    private final Client administrator;

    private ChaosSite(RunningServer server) {
        anyone = Client.of(server);
        administrator = anyone.withToken(RunningServer.ADMINISTRATOR);
    }

    /** Founds an agency with one site and one content type. */
    static ChaosSite found(RunningServer server) {
        ChaosSite site = new ChaosSite(server);
        site.made(site.administrator.post("/manage/v1/agencies", "{\"id\":\"" + site.id + "\",\"name\":\"Chaos\"}"));
        site.made(site.administrator.post(
                "/manage/v1/agencies/" + site.id + "/sites",
                "{\"id\":\"%1$s\",\"name\":\"Chaos\",\"locales\":[\"nl\"],\"hosts\":[\"%1$s.localhost\"],\"theme\":\"base\"}"
                        .formatted(site.id)));
        site.made(
                site.administrator.post(
                        "/manage/v1/agencies/" + site.id + "/content-types",
                        """
                {"key":"story","name":{"nl":"Verhaal"},"titleField":"title","pathPattern":"/verhalen/{slug}","fields":[
                  {"key":"title","kind":"text","name":{"nl":"Titel"}},{"key":"body","kind":"richText","name":{"nl":"Tekst"}}]}"""));
        return site;
    }

    private void made(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    /** A draft: an entry and the path of its page. */
    record Story(String entry, String path) {}

    /** Creates an entry that nobody sees yet. */
    Story create(String name) {
        ObjectNode body =
                JSON.createObjectNode().put("type", "story").put("locale", "nl").put("slug", name);
        body.set("fields", fields(name));
        Answer answer = administrator.post("/manage/v1/sites/" + id + "/entries", body.toString());
        made(answer);
        return new Story(
                answer.json().path("entry").asString(),
                answer.json().path("path").asString());
    }

    /** Saves a draft. Only one client at a time may write a story. */
    void save(Story story, String title) {
        String draft = "/manage/v1/sites/" + id + "/entries/" + story.entry() + "/translations/nl/draft";
        ObjectNode body = JSON.createObjectNode()
                .put("basedOn", administrator.get(draft).json().path("revision").asString());
        body.set("fields", fields(title));
        Answer answer = administrator.put(draft, body.toString());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static ObjectNode fields(String title) {
        return JSON.createObjectNode().put("title", title).put("body", "<p>Dit is " + title + ".</p>");
    }

    Answer perform(Act act) {
        if (act instanceof Act.Publish publish) {
            return act("publications", items(List.copyOf(publish.titles().keySet())));
        }
        if (act instanceof Act.Withdraw withdraw) {
            return act("withdrawals", items(withdraw.entries()).put("reason", "withdrawn"));
        }
        return act("roll-backs", JSON.createObjectNode().put("version", ((Act.RollBack) act).to()));
    }

    private Answer act(String route, ObjectNode body) {
        return administrator.with("If-Match", "*").post("/manage/v1/sites/" + id + "/" + route, body.toString());
    }

    private static ObjectNode items(List<String> entries) {
        ObjectNode body = JSON.createObjectNode();
        var items = body.putArray("items");
        entries.forEach(entry -> items.addObject().put("entry", entry).put("locale", "nl"));
        return body;
    }

    long version() {
        return administration().path("version").asLong();
    }

    /** The version that visitors get; 0 while there is none. */
    long liveVersion() {
        return administration().path("liveVersion").asLong(0);
    }

    private JsonNode administration() {
        Answer answer = administrator.get("/manage/v1/sites/" + id);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    /** The receipt of a version, with the lines that say what it changed. */
    JsonNode receipt(long version) {
        Answer answer = administrator.get("/manage/v1/sites/" + id + "/receipts/" + version);
        assertThat(answer.status())
                .as("receipt of version %d: %s", version, answer.text())
                .isEqualTo(200);
        return answer.json();
    }

    /** Titles by entry as lists tell them at a version, read by somebody who may read history. */
    Map<String, String> listed(long version) {
        return listed(administrator, "version=" + version, version);
    }

    /** Titles by entry as lists tell everybody, at the newest version. */
    Map<String, String> listedNow(long newest) {
        return listed(anyone, "count=true&minVersion=" + newest, newest);
    }

    private Map<String, String> listed(Client client, String question, long version) {
        Map<String, String> titles = new TreeMap<>();
        String cursor = "";
        do {
            Answer answer = list(
                    client,
                    "/delivery/v1/sites/" + id + "/entries?type=story&sort=title&pageSize=100&" + question + cursor);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(answer.header("Site-Version")).isEqualTo(Long.toString(version));
            answer.json()
                    .path("items")
                    .forEach(item -> titles.put(
                            item.path("id").asString(), item.path("title").asString()));
            String next = answer.json().path("page").path("next").asString("");
            cursor = next.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        } while (!cursor.isEmpty());
        return titles;
    }

    /** A server that has just started, on a machine that has much else to do, may need more than its two seconds. */
    private static Answer list(Client client, String path) {
        Instant end = Instant.now().plusSeconds(60);
        Answer answer = client.get(path);
        while (isNotYet(answer) && Instant.now().isBefore(end)) {
            answer = client.get(path);
        }
        return answer;
    }

    private static boolean isNotYet(Answer answer) {
        return answer.status() == 400 && answer.problem().equals("too-expensive")
                || answer.status() == 409 && answer.problem().equals("index-behind");
    }

    /** What changed between two versions for everybody, page by page. */
    List<JsonNode> changes(long after, long until) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        JsonNode page;
        do {
            Answer answer = anyone.get("/delivery/v1/sites/" + id + "/changes?after=" + after + "&until=" + until
                    + "&pageSize=7" + cursor);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            page = answer.json();
            page.path("items").forEach(items::add);
            String next = page.path("page").path("next").asString("");
            cursor = next.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        } while (!page.path("complete").asBoolean(false));
        return items;
    }

    /** The page at a path, as visitors get it on the site's own host. */
    Answer page(String path) {
        return anyone.onHost(id + ".localhost").get(path);
    }

    @Override
    public String toString() {
        return id;
    }
}
