package nl.plein.api.stories;

import static nl.plein.api.server.Proof.figure;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import nl.plein.api.server.Client;
import nl.plein.api.server.Client.Answer;
import nl.plein.api.server.Proof;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers are given again as long as they are what would be answered anew, and not a version longer. */
class CachedAnswersIT {

    private static final int ENTRIES = 12;
    private static final int ACTS = Proof.rounds(60, 2_000);
    private static final int READERS = 3;

    private final Town town = new Town();

    @Test
    void an_entry_is_answered_again_until_something_it_names_changes() {
        String named = town.anEntry("Genoemd");
        town.publish(named);
        String entry = entry("Noemer", named);
        town.publish(entry);
        String path = town.delivery + "/paths?path=/nieuws/noemer&expand=about";
        assertThat(isKept(town.anyone.get(path))).isFalse();
        assertThat(isKept(town.anyone.get(path))).isTrue();

        long elsewhere = town.publish(town.anEntry("Elders"));
        Answer same = town.anyone.get(path);
        assertThat(isKept(same)).as("another entry was published").isTrue();
        assertThat(same.header("Site-Version")).isEqualTo(Long.toString(elsewhere));
        assertThat(town.anyone
                        .with("If-None-Match", same.header("ETag"))
                        .get(path)
                        .status())
                .isEqualTo(304);

        long renamed = retitle(named, "Hernoemd");
        Answer other = town.anyone.get(path);
        assertThat(isKept(other)).as("what it names was published anew").isFalse();
        assertThat(other.text()).contains("\"title\":\"Hernoemd\"").doesNotContain("\"title\":\"Genoemd\"");
        assertThat(other.header("Site-Version")).isEqualTo(Long.toString(renamed));
    }

    @Test
    void the_order_of_parameters_makes_no_other_question() {
        town.publish(town.anEntry("Een"));
        String list = town.delivery + "/entries?type=news&pageSize=5";
        listed(town.anyone, list, town.publish(town.anEntry("Twee")));

        assertThat(isKept(town.anyone.get(town.delivery + "/entries?pageSize=5&type=news")))
                .isTrue();
    }

    @Test
    void a_list_is_answered_again_until_something_of_its_kind_changes() {
        Town.made(town.administrator.post(
                "/manage/v1/agencies/" + town.id + "/content-types",
                "{\"key\":\"note\",\"kind\":\"entry\",\"name\":{\"nl\":\"Notitie\"},\"titleField\":\"title\",\"pathPattern\":\"/n/{slug}\","
                        + "\"fields\":[{\"key\":\"title\",\"kind\":\"text\",\"name\":{\"nl\":\"Titel\"}}]}"));
        String list = town.delivery + "/entries?type=news";
        town.publish(town.anEntry("Bericht"));
        Town.await(() -> town.anyone.get(list), CachedAnswersIT::isKept); // the index is made for the new type first

        String note = Town.made(town.publisher.post(
                        town.manage + "/entries",
                        "{\"type\":\"note\",\"locale\":\"nl\",\"fields\":{\"title\":\"Los\"}}"))
                .json()
                .path("entry")
                .asString();
        long noted = town.publish(note);
        town.anyone.get(list + "&minVersion=" + noted);
        Answer same = town.anyone.get(list);
        assertThat(isKept(same)).as("something of another kind was published").isTrue();
        assertThat(same.header("Site-Version")).isEqualTo(Long.toString(noted));

        long more = town.publish(town.anEntry("Nog een"));
        town.anyone.get(list + "&minVersion=" + more);
        Answer other = town.anyone.get(list);
        assertThat(isKept(other)).isFalse();
        assertThat(other.text()).contains("Nog een");
    }

    @Test
    void what_is_withdrawn_is_gone_at_once() {
        String entry = town.anEntry("Fout");
        String list = town.delivery + "/entries";
        String path = town.delivery + "/paths?path=/nieuws/fout";
        listed(town.anyone, list, town.publish(entry));
        town.anyone.get(path);
        assertThat(isKept(town.anyone.get(path))).isTrue();
        assertThat(isKept(town.anyone.get(list))).isTrue();

        act("withdrawals", item(entry).replace("}]}", "}],\"reason\":\"withdrawn\"}"));

        assertThat(town.anyone.get(path).status()).isEqualTo(410);
        assertThat(town.anyone.get(list).text()).doesNotContain("Fout");
        assertThat(town.anyone.get(town.delivery + "/entries/" + entry).status())
                .isEqualTo(404);
    }

    @Test
    void two_audiences_never_share_an_answer_and_who_reads_history_is_never_given_one() {
        Client colleague = town.anyone.withToken(Town.made(town.administrator.post(
                        "/manage/v1/agencies/" + town.id + "/members", "{\"name\":\"Bo\",\"role\":\"reader\"}"))
                .json()
                .path("secret")
                .asString());
        String secret = Town.made(
                        town.publisher.post(
                                town.manage + "/entries",
                                "{\"type\":\"news\",\"locale\":\"nl\",\"audience\":\"agency\",\"fields\":{\"title\":\"Intern\"}}"))
                .json()
                .path("entry")
                .asString();
        String list = town.delivery + "/entries";
        town.publish(town.anEntry("Openbaar"));
        long version = town.publish(secret);

        for (int round = 0; round < 3; round++) {
            assertThat(listed(colleague, list, version).text()).contains("Intern");
            assertThat(listed(town.anyone, list, version).text())
                    .contains("Openbaar")
                    .doesNotContain("Intern");
            assertThat(isKept(town.publisher.get(list))).isFalse();
        }
        Answer kept = colleague.get(list);
        assertThat(isKept(kept)).isTrue();
        assertThat(kept.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(isKept(town.anyone.get(list))).isTrue();
        assertThat(town.anyone.get(town.delivery + "/entries/" + secret).status())
                .isEqualTo(404);
    }

    @Test
    void who_asks_the_same_again_is_given_the_same_and_everybody_else_is_looked_at() {
        town.publish(town.anEntry("Kort"));
        String path = town.delivery + "/paths?path=/nieuws/kort";
        town.anyone.get(path);
        Answer first = town.anyone.get(path);
        for (int round = 0; round < 3; round++) {
            Answer again = town.anyone.get(path);
            assertThat(told(again)).isEqualTo(told(first)).containsKeys("api-version", "etag", "x-frame-options");
            assertThat(again.text()).isEqualTo(first.text());
        }

        assertThat(town.anyone
                        .with("If-None-Match", first.header("ETag"))
                        .get(path)
                        .status())
                .isEqualTo(304);
        assertThat(town.anyone.withToken("x".repeat(40)).get(path).status()).isEqualTo(401);
        assertThat(town.anyone.with("Accept", "text/html;q=often").get(path).status())
                .isEqualTo(400);
        assertThat(town.anyone
                        .with("Accept", "*/*")
                        .with("Accept", "text/html;q=often")
                        .get(path)
                        .status())
                .isEqualTo(400);
        assertThat(town.anyone.onHost(new Town().host).get(path).status()).isEqualTo(404);
        assertThat(town.visitor.get(path).status()).isEqualTo(200);

        Answer closed = town.administrator.with("If-Match", "*").put(town.manage + "/state", "{\"state\":\"closed\"}");
        assertThat(closed.status()).as(closed.text()).isEqualTo(200);
        assertThat(town.anyone.get(path).status()).isEqualTo(404);
    }

    /** All headers but the hour. */
    private static Map<String, List<String>> told(Answer answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        return headers;
    }

    @Test
    void answers_equal_those_made_anew_whatever_is_published_meanwhile() throws Exception {
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < ENTRIES; i++) {
            entries.add(entry("Stuk " + i, i == 0 ? null : entries.get(i / 2)));
            town.publish(entries.get(i));
        }
        List<String> questions = questions(entries);
        var done = new AtomicLong();
        var kept = new AtomicInteger();
        var compared = new AtomicInteger();
        var working = new AtomicInteger(1);
        ExecutorService threads = Executors.newFixedThreadPool(READERS);
        try {
            List<Future<?>> readers = new ArrayList<>();
            for (int reader = 0; reader < READERS; reader++) {
                var dice = new Random(reader);
                readers.add(threads.submit(() -> {
                    while (working.get() > 0) {
                        String question = questions.get(dice.nextInt(questions.size()));
                        compare(question, done.get(), kept, compared);
                    }
                }));
            }
            actAtRandom(entries, done);
            working.set(0);
            for (Future<?> reader : readers) {
                reader.get();
            }
        } finally {
            working.set(0);
            threads.shutdownNow();
        }
        town.anyone.get(town.delivery + "/entries?minVersion=" + done.get());
        for (String question : questions) {
            assertThat(compare(question, done.get(), kept, compared))
                    .as("nothing happens any more")
                    .isTrue();
        }
        figure("cached_answers_compared", compared.get());
        figure("cached_answers_given_again", kept.get());
        assertThat(kept.get()).isPositive();
    }

    /**
     * Holds an answer against the one that is made of the same version for somebody who may see all that ever was.
     *
     * @return whether both could be had before the site moved on
     */
    private boolean compare(String question, long done, AtomicInteger kept, AtomicInteger compared) {
        long before = newest();
        Answer given = town.anyone.get(question);
        long version = given.status() == 200 ? Long.parseLong(given.header("Site-Version")) : before;
        if (given.status() == 200 && !question.contains("/entries?")) {
            assertThat(version).as(question).isGreaterThanOrEqualTo(done);
        }
        Answer anew = town.publisher.get(question + (question.contains("?") ? "&" : "?") + "version=" + before);
        if (version != before || newest() != before) {
            return false; // what was withdrawn since is not shown to a visitor, though that version had it
        }
        compared.incrementAndGet();
        kept.addAndGet(isKept(given) ? 1 : 0);
        assertThat(given.status()).as(question + " at " + before).isEqualTo(anew.status());
        if (given.status() == 200) {
            assertThat(withoutCursor(given)).as(question + " at " + before).isEqualTo(withoutCursor(anew));
        }
        return true;
    }

    private long newest() {
        return town.publisher.get(town.manage).json().path("version").asLong();
    }

    private List<String> questions(List<String> entries) {
        List<String> questions = new ArrayList<>(List.of(
                town.delivery + "/entries?type=news",
                town.delivery + "/entries?sort=title&pageSize=3",
                town.delivery + "/entries?type=news&expand=about&pageSize=5",
                town.delivery + "/entries?filter=about%20eq%20'stuk-1'&fields=title",
                town.delivery + "/entries?filter=title%20contains%20'anders'"));
        for (int i = 0; i < entries.size(); i++) {
            questions.add(town.delivery + "/paths?path=/nieuws/stuk-" + i + "&expand=about.about");
            questions.add(town.delivery + "/entries/" + entries.get(i));
        }
        return questions;
    }

    private void actAtRandom(List<String> entries, AtomicLong done) throws InterruptedException {
        var dice = new Random(42);
        for (int act = 0; act < ACTS; act++) {
            String entry = entries.get(dice.nextInt(entries.size()));
            done.set(
                    dice.nextInt(4) == 0
                            ? withdrawn(entry, done.get())
                            : retitle(entry, (dice.nextBoolean() ? "Stuk " : "Anders ") + act));
            Thread.sleep(dice.nextInt(60));
        }
    }

    /** @return the version it made, or the one before if there was nothing to withdraw */
    private long withdrawn(String entry, long before) {
        Answer answer = town.publisher
                .with("If-Match", "*")
                .post(town.manage + "/withdrawals", item(entry).replace("}]}", "}],\"reason\":\"withdrawn\"}"));
        return answer.status() == 200 ? answer.json().path("version").asLong() : before;
    }

    private static JsonNode withoutCursor(Answer answer) {
        JsonNode json = answer.json();
        if (json.path("page") instanceof ObjectNode page) {
            page.remove("next");
        }
        return json;
    }

    private static boolean isKept(Answer answer) {
        return answer.header("Cache-Status").equals("plein; hit");
    }

    /** The list once it has reached this version. */
    private Answer listed(Client client, String list, long version) {
        client.get(list + (list.contains("?") ? "&" : "?") + "minVersion=" + version);
        return client.get(list);
    }

    private String entry(String title, String about) {
        String reference = about == null ? "" : ",\"about\":{\"entry\":\"" + about + "\"}";
        return Town.made(town.publisher.post(
                        town.manage + "/entries",
                        "{\"type\":\"news\",\"locale\":\"nl\",\"fields\":{\"title\":\"" + title + "\"" + reference
                                + "}}"))
                .json()
                .path("entry")
                .asString();
    }

    /** @return the version that shows the new title */
    private long retitle(String entry, String title) {
        String draft = town.manage + "/entries/" + entry + "/translations/nl/draft";
        JsonNode now = town.publisher.get(draft).json();
        ObjectNode fields = (ObjectNode) now.path("fields");
        fields.put("title", title);
        Answer saved = town.publisher.put(
                draft, "{\"basedOn\":\"" + now.path("revision").asString() + "\",\"fields\":" + fields + "}");
        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
        return town.publish(entry);
    }

    private static String item(String entry) {
        return "{\"items\":[{\"entry\":\"" + entry + "\",\"locale\":\"nl\"}]}";
    }

    private void act(String kind, String body) {
        Answer answer = town.publisher.with("If-Match", "*").post(town.manage + "/" + kind, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }
}
