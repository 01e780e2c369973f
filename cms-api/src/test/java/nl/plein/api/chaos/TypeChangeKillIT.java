package nl.plein.api.chaos;

import static nl.plein.api.server.Proof.figure;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import nl.plein.api.server.Client;
import nl.plein.api.server.Client.Answer;
import nl.plein.api.server.Proof;
import nl.plein.api.server.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * A type of many entries is changed: its impact is told first, the change is made by the one who saw it, and a kill -9 while texts
 * are carried over costs nothing. Three hundred entries in every build, ten thousand with {@code -Pproof}.
 */
@Tag("chaos")
class TypeChangeKillIT {

    private static final int ENTRIES = Proof.rounds(300, 10_000);

    private static final String BEFORE =
            """
            {"key":"news","kind":"entry","name":{"nl":"Nieuws","en":"News"},"pathPattern":"/nieuws/{slug}","fields":[
              {"key":"title","kind":"text","name":{"nl":"Titel"},"required":true},
              {"key":"intro","kind":"longText","name":{"nl":"Inleiding"}},
              {"key":"source","kind":"text","name":{"nl":"Bron","en":"Source"}},
              {"key":"price","kind":"text","name":{"nl":"Prijs"}},
              {"key":"body","kind":"richText","name":{"nl":"Tekst"}}]}""";

    private static final String AFTER =
            """
            {"key":"news","kind":"entry","name":{"nl":"Nieuws","en":"News"},"pathPattern":"/nieuws/{slug}","fields":[
              {"key":"title","kind":"text","name":{"nl":"Titel"},"required":true,"maxLength":60},
              {"key":"summary","was":"intro","kind":"richText","name":{"nl":"Samenvatting"}},
              {"key":"price","kind":"number","name":{"nl":"Prijs"}},
              {"key":"body","kind":"richText","name":{"nl":"Tekst"}}]}""";

    private static final String LONG = " met een titel die veel langer is dan wat er straks nog in past";
    private static final String BODY = "<p>De brug uit 1932 krijgt nieuwe lagers en een nieuw wegdek.</p>".repeat(12);

    private final RunningServer server = RunningServer.fresh();
    private final Random random = new Random(Long.getLong("plein.chaos.seed", 20261129));
    private final Client administrator = Client.of(server).withToken(RunningServer.ADMINISTRATOR);
    private final String site = "modelstad";
    private final String type = "/manage/v1/agencies/" + site + "/content-types/news";
    private final List<String> entries = new ArrayList<>();

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.kill();
    }

    @Test
    void a_type_changes_under_its_entries_and_nothing_is_lost_silently() throws Exception {
        found();
        fill();
        long impactMillis = Long.MAX_VALUE;
        JsonNode impact = null;
        for (int i = 0; i < 3; i++) {
            long began = System.nanoTime();
            Answer answer = administrator.post(type + "/impacts", AFTER);
            long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            if (i == 0) {
                figure("type_change_first_impact_ms", took);
            }
            impactMillis = Math.min(impactMillis, took);
            impact = answer.json();
        }
        figure("type_change_entries", ENTRIES);
        figure("type_change_impact_ms", impactMillis);
        assertThat(impact.at("/lost/drafts").asInt()).isEqualTo(losing());
        assertThat(impact.at("/unfit/drafts").asInt()).isEqualTo(every(100));
        assertThat(impact.at("/rewritten/drafts").asInt()).isEqualTo(ENTRIES);
        assertThat(impact.at("/rewritten/published").asInt()).isEqualTo(ENTRIES);
        assertThat(impact.at("/lost/examples/0/path").asString()).startsWith("/nieuws/");
        assertThat(impact.at("/lost/examples/0/message/nl").asString()).isNotEmpty();

        assertThat(change("").problem()).isEqualTo("impact-unseen");
        JsonNode tab = draft(entries.get(1));
        JsonNode other = draft(entries.get(2));
        long began = System.nanoTime();
        Answer accepted = change("?impact=" + impact.path("fingerprint").asString());
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(200);
        figure("type_change_answer_ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
        whoOpenedItBeforeCanStillSave(tab);
        whoWroteWhatHasNoPlaceIsTold(other);
        TimeUnit.MILLISECONDS.sleep(random.nextInt(Proof.rounds(400, 6_000)));
        server.kill();
        server.start();
        JsonNode job = awaitEnd(accepted.header("Location"));
        figure("type_change_kills", 1);
        figure("type_change_seconds_with_kill", (System.nanoTime() - began) / 1_000_000 / 1_000.0);
        assertThat(job.path("state").asString()).as(job.toString()).isEqualTo("done");

        int lost = lostSilently();
        figure("type_change_lost_silently", lost);
        assertThat(lost).isZero();
        everybodySeesTheNewFields();
        versionsAreSmall();
        definitionsAreKept();
    }

    private void found() {
        made(administrator.post("/manage/v1/agencies", "{\"id\":\"" + site + "\",\"name\":\"Modelstad\"}"));
        made(administrator.post("/manage/v1/agencies/" + site + "/content-types", BEFORE));
        made(administrator.post(
                "/manage/v1/agencies/" + site + "/sites",
                "{\"id\":\"" + site
                        + "\",\"name\":\"Modelstad\",\"locales\":[\"nl\"],\"hosts\":[\"modelstad.example\"]}"));
    }

    private void fill() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(4);
        try {
            List<Callable<String>> work = new ArrayList<>();
            for (int i = 0; i < ENTRIES; i++) {
                int number = i;
                work.add(() -> made(administrator.post(
                                "/manage/v1/sites/" + site + "/entries",
                                "{\"type\":\"news\",\"locale\":\"nl\",\"fields\":" + fields(number) + "}"))
                        .json()
                        .path("entry")
                        .asString());
            }
            for (Future<String> entry : writers.invokeAll(work)) {
                entries.add(entry.get());
            }
        } finally {
            writers.shutdown();
        }
        var items = new StringBuilder();
        entries.forEach(entry -> items.append(items.isEmpty() ? "" : ",")
                .append("{\"entry\":\"")
                .append(entry)
                .append("\",\"locale\":\"nl\"}"));
        Answer published = administrator
                .with("If-Match", "*")
                .post("/manage/v1/sites/" + site + "/publications", "{\"items\":[" + items + "]}");
        assertThat(published.status()).as(published.text()).isEqualTo(200);
    }

    private static String fields(int number) {
        return "{\"title\":\"Bericht %d%s\",\"intro\":\"Inleiding %1$d\"%s,\"price\":\"%s\",\"body\":\"%s\"}"
                .formatted(
                        number,
                        number % 100 == 0 ? LONG : "",
                        hasSource(number) ? ",\"source\":\"Bron " + number + "\"" : "",
                        isFree(number) ? "gratis" : String.valueOf(number),
                        BODY);
    }

    private static boolean hasSource(int number) {
        return number % 10 == 2;
    }

    private static boolean isFree(int number) {
        return number % 50 == 7;
    }

    private static int every(int step) {
        return (ENTRIES + step - 1) / step;
    }

    private static int losing() {
        int losing = 0;
        for (int i = 0; i < ENTRIES; i++) {
            losing += hasSource(i) || isFree(i) ? 1 : 0;
        }
        return losing;
    }

    private Answer change(String query) {
        return administrator.with("If-Match", "*").put(type + query, AFTER);
    }

    private void whoOpenedItBeforeCanStillSave(JsonNode read) {
        Answer saved = save(read, entries.get(1), "\"intro\":\"Van een oud tabblad\",\"price\":\"1\"");
        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
        assertThat(saved.json().at("/fields/summary").asString()).isEqualTo("<p>Van een oud tabblad</p>");
    }

    private void whoWroteWhatHasNoPlaceIsTold(JsonNode read) {
        Answer refused =
                save(read, entries.get(2), "\"intro\":\"Inleiding 2\",\"source\":\"Zelf gezien\",\"price\":\"2\"");
        assertThat(refused.status()).as(refused.text()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("type-changed");
        Answer kept = administrator.get(translation(entries.get(2)) + "/kept-drafts");
        assertThat(kept.json().at("/items/0/fields/source").asString()).isEqualTo("Zelf gezien");
    }

    private Answer save(JsonNode read, String entry, String fields) {
        return administrator.put(
                translation(entry) + "/draft",
                "{\"basedOn\":\"%s\",\"model\":%d,\"fields\":{\"title\":\"%s\",%s,\"body\":\"%s\"}}"
                        .formatted(
                                read.path("revision").asString(),
                                read.path("model").asLong(),
                                read.at("/fields/title").asString(),
                                fields,
                                BODY));
    }

    private JsonNode awaitEnd(String location) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (true) {
            JsonNode job = administrator.get(location).json();
            if (!List.of("waiting", "running").contains(job.path("state").asString())) {
                return job;
            }
            assertThat(System.nanoTime()).as(job.toString()).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /** Values that neither the draft has nor its history. */
    private int lostSilently() {
        int lost = 0;
        for (int i = 0; i < ENTRIES; i += Proof.rounds(1, 7)) {
            String entry = entries.get(i);
            JsonNode now = draft(entry).path("fields");
            String intro = i == 1 ? "Van een oud tabblad" : "Inleiding " + i;
            boolean kept = now.path("summary").asString("").equals("<p>" + intro + "</p>")
                    && (isFree(i) || now.path("price").asInt(-1) == i)
                    && !now.has("source")
                    && now.path("body").asString("").replace("\n", "").equals(BODY);
            boolean remembered = !hasSource(i) && !isFree(i) || remembers(entry, i);
            lost += kept && remembered ? 0 : 1;
        }
        return lost;
    }

    private boolean remembers(String entry, int number) {
        JsonNode revisions =
                administrator.get(translation(entry) + "/revisions").json().path("items");
        String first = revisions.get(revisions.size() - 1).path("revision").asString();
        JsonNode fields = administrator
                .get(translation(entry) + "/revisions/" + first)
                .json()
                .path("fields");
        return (!hasSource(number) || fields.path("source").asString("").equals("Bron " + number))
                && (!isFree(number) || fields.path("price").asString("").equals("gratis"));
    }

    /** Lists follow some moments later: their index is made anew. */
    private void everybodySeesTheNewFields() throws InterruptedException {
        int free = 0;
        for (int i = 0; i < ENTRIES; i++) {
            free += isFree(i) ? 1 : 0;
        }
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        Answer list = withPrice();
        while (list.json().path("total").asInt(-1) != ENTRIES - free && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(250);
            list = withPrice();
        }
        assertThat(list.json().path("total").asInt(-1)).as(list.text()).isEqualTo(ENTRIES - free);
        JsonNode page = Client.of(server)
                .get("/delivery/v1/sites/" + site + "/entries/" + entries.get(3) + "?locale=nl")
                .json();
        assertThat(page.at("/fields/summary").asString()).isEqualTo("<p>Inleiding 3</p>");
        assertThat(page.at("/fields/intro").isMissingNode()).isTrue();
    }

    private Answer withPrice() {
        String filter = URLEncoder.encode("price ge 0", StandardCharsets.UTF_8);
        return Client.of(server)
                .get("/delivery/v1/sites/" + site + "/entries?type=news&locale=nl&pageSize=1&count=true&filter="
                        + filter);
    }

    private void versionsAreSmall() {
        long version = administrator
                .get("/manage/v1/sites/" + site)
                .json()
                .path("version")
                .asLong();
        long carried = 0;
        long versions = 0;
        for (long one = 1; one <= version; one++) {
            JsonNode receipt = administrator
                    .get("/manage/v1/sites/" + site + "/receipts/" + one)
                    .json()
                    .path("receipt");
            if (receipt.path("act").asString().equals("convert")) {
                assertThat(receipt.path("changed").asInt()).isLessThanOrEqualTo(500);
                carried += receipt.path("changed").asLong();
                versions++;
            }
        }
        figure("type_change_versions", versions);
        assertThat(carried).isEqualTo(ENTRIES);
    }

    private void definitionsAreKept() {
        JsonNode kept = administrator.get(type + "/versions").json().path("items");
        assertThat(kept.size()).isEqualTo(2);
        Answer first = administrator.get(
                type + "/versions/" + kept.get(1).path("version").asLong());
        assertThat(first.json().at("/definition/fields/1/key").asString()).isEqualTo("intro");
    }

    private JsonNode draft(String entry) {
        return administrator.get(translation(entry) + "/draft").json();
    }

    private String translation(String entry) {
        return "/manage/v1/sites/" + site + "/entries/" + entry + "/translations/nl";
    }

    private static Answer made(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer;
    }
}
