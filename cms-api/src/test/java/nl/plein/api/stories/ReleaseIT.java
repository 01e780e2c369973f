package nl.plein.api.stories;

import static nl.plein.api.server.Proof.figure;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.plein.api.server.Client.Answer;
import nl.plein.api.server.Proof;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A release of many translations is there whole or not at all, for all who read meanwhile; taken back likewise. */
class ReleaseIT {

    private static final int TRANSLATIONS = Proof.rounds(20, 200);
    private static final int READERS = Proof.rounds(8, 50);

    /** So that each reader comes around in it. */
    private static final int SECONDS = Proof.rounds(2, 8);

    private static final String BEFORE = "Voor";
    private static final String AFTER = "Na";

    /** What somebody may see in a row: the old, then the new, then the old again. */
    private static final Pattern WHOLE = Pattern.compile("B*A*B*");

    private static final Town TOWN = new Town();

    /** What one reader has seen, in its order: B for all old, A for all new, x for a mixture. */
    private record Reading(String api, String pages) {

        boolean isTorn() {
            return !WHOLE.matcher(api).matches() || !WHOLE.matcher(pages).matches();
        }

        long count(char what) {
            return (api + pages).chars().filter(one -> one == what).count();
        }
    }

    @Test
    void many_translations_are_seen_all_or_nothing() throws Exception {
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < TRANSLATIONS; i++) {
            entries.add(TOWN.anEntry(BEFORE + " " + i));
        }
        long first =
                published(TOWN.publisher.with("If-Match", "*").post(TOWN.manage + "/publications", items(entries, "")));
        TOWN.awaitLive(first);
        for (int i = 0; i < TRANSLATIONS; i++) {
            TOWN.retitle(entries.get(i), AFTER + " " + i);
        }
        String path = aRelease("Alles anders", entries);
        JsonNode review = TOWN.publisher.get(path + "/review").json().path("items");
        assertThat(review).hasSize(TRANSLATIONS);
        assertThat(review).allMatch(line -> line.path("effect").asString().equals("changes"));

        AtomicBoolean stop = new AtomicBoolean();
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        List<Future<Reading>> reading = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            reading.add(readers.submit(reader(first, stop)));
        }
        TimeUnit.SECONDS.sleep(SECONDS);
        Answer release = act(path + "/publications");
        long released = published(release);
        TOWN.awaitLive(released);
        TimeUnit.SECONDS.sleep(SECONDS);
        Answer back = act(path + "/roll-backs");
        TOWN.awaitLive(published(back));
        TimeUnit.SECONDS.sleep(SECONDS);
        stop.set(true);
        readers.shutdown();
        List<Reading> seen = new ArrayList<>();
        for (Future<Reading> one : reading) {
            seen.add(one.get(60, TimeUnit.SECONDS));
        }

        long torn = seen.stream().filter(Reading::isTorn).count();
        figure("release_translations", TRANSLATIONS);
        figure("release_readers", READERS);
        figure(
                "release_answers_before",
                seen.stream().mapToLong(one -> one.count('B')).sum());
        figure(
                "release_answers_after",
                seen.stream().mapToLong(one -> one.count('A')).sum());
        figure("release_torn_readers", torn);
        figure("release_lock_ms", release.json().path("lockMillis").asLong());
        figure("release_roll_back_lock_ms", back.json().path("lockMillis").asLong());
        assertThat(seen).allMatch(one -> one.api().contains("BA") && one.api().contains("AB"));
        assertThat(seen)
                .allMatch(one -> one.pages().contains("BA") && one.pages().contains("AB"));
        assertThat(seen).as("B old, A new, x mixed").noneMatch(Reading::isTorn);
        assertThat(release.json().path("changed").asInt()).isEqualTo(TRANSLATIONS);
        assertThat(back.json().path("changed").asInt()).isEqualTo(TRANSLATIONS);
        assertThat(TOWN.publisher.get(path).json().path("state").asString()).isEqualTo("rolled-back");
    }

    @Test
    void a_release_appears_at_its_time_once_and_not_before() {
        List<String> entries = List.of(TOWN.anEntry("Straks"), TOWN.anEntry("Ook straks"));
        String path = aRelease("Op tijd", entries);
        String release = path.substring(path.lastIndexOf('/') + 1);
        Answer planned = TOWN.made(TOWN.publisher.post(
                TOWN.manage + "/schedules",
                "{\"release\":\"" + release + "\",\"act\":\"publish\",\"at\":\""
                        + Instant.now().plusSeconds(3) + "\"}"));
        String schedule = planned.json().path("id").asString();
        assertThat(TOWN.anyone
                        .get(TOWN.delivery + "/entries/" + entries.get(0) + "?locale=nl")
                        .status())
                .isEqualTo(404);

        JsonNode done = Town.await(
                        () -> TOWN.publisher.get(TOWN.manage + "/schedules/" + schedule),
                        answer -> answer.json().has("endedAt"))
                .json();

        assertThat(done.path("state").asString()).as(done.toString()).isEqualTo("done");
        assertThat(Instant.parse(done.path("endedAt").asString()))
                .isAfterOrEqualTo(Instant.parse(done.path("at").asString()));
        JsonNode made = TOWN.publisher.get(path).json();
        assertThat(made.path("version").asLong()).isEqualTo(done.path("version").asLong());
        assertThat(TOWN.publisher
                        .get(TOWN.manage + "/receipts/" + made.path("version").asLong())
                        .json()
                        .path("receipt")
                        .path("made")
                        .asInt())
                .isEqualTo(2);
        assertThat(TOWN.publisher
                        .get(TOWN.manage + "/schedules?release=" + release)
                        .json()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void a_schedule_is_of_an_entry_or_of_a_release() {
        String entry = TOWN.anEntry("Een van beide");
        String path = aRelease("Een van beide", List.of(entry));
        String release = path.substring(path.lastIndexOf('/') + 1);
        String both = "{\"entry\":\"" + entry + "\",\"locale\":\"nl\",\"release\":\"" + release
                + "\",\"act\":\"publish\",\"at\":\"2033-01-01T09:00\"}";

        Answer refused = TOWN.publisher.post(TOWN.manage + "/schedules", both);
        Answer neither =
                TOWN.publisher.post(TOWN.manage + "/schedules", "{\"act\":\"publish\",\"at\":\"2033-01-01T09:00\"}");

        assertThat(refused.problem()).isEqualTo("bad-schedule");
        assertThat(neither.problem()).isEqualTo("bad-schedule");
    }

    /** Reads the whole list, then a page of the site, again and again. */
    private static Callable<Reading> reader(long first, AtomicBoolean stop) {
        return () -> {
            var api = new StringBuilder();
            var pages = new StringBuilder();
            while (!stop.get()) {
                api.append(list(first));
                for (int i = 0; i < 5; i++) {
                    pages.append(page(ThreadLocalRandom.current().nextInt(TRANSLATIONS)));
                }
            }
            return new Reading(api.toString(), pages.toString());
        };
    }

    private static char page(int number) {
        Answer page = TOWN.visitor.get("/nieuws/voor-" + number);
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        boolean before = page.text().contains(">" + BEFORE + " " + number + "<");
        boolean after = page.text().contains(">" + AFTER + " " + number + "<");
        return before == after ? 'x' : before ? 'B' : 'A';
    }

    /** All pages of one snapshot: the cursor keeps its version. */
    private static char list(long first) {
        String question = TOWN.delivery + "/entries?type=news&sort=title&pageSize=100&minVersion=" + first;
        List<String> titles = new ArrayList<>();
        String next = "";
        do {
            Answer answer = TOWN.anyone.get(
                    question + (next.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8)));
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            answer.json()
                    .path("items")
                    .forEach(item -> titles.add(item.path("title").asString()));
            next = answer.json().path("page").path("next").asString("");
        } while (!next.isEmpty());
        long before =
                titles.stream().filter(title -> title.startsWith(BEFORE + " ")).count();
        long after =
                titles.stream().filter(title -> title.startsWith(AFTER + " ")).count();
        boolean torn = before > 0 && after > 0 || before + after != TRANSLATIONS;
        return torn ? 'x' : before > 0 ? 'B' : 'A';
    }

    /** @return its path */
    private static String aRelease(String name, List<String> entries) {
        Answer made = TOWN.made(TOWN.publisher.post(
                TOWN.manage + "/releases",
                items(entries, ",\"act\":\"publish\"").replaceFirst("\\{", "{\"name\":\"" + name + "\",")));
        return TOWN.manage + "/releases/" + made.json().path("id").asString();
    }

    private static String items(List<String> entries, String act) {
        return entries.stream()
                .map(entry -> "{\"entry\":\"" + entry + "\",\"locale\":\"nl\"" + act + "}")
                .collect(Collectors.joining(",", "{\"items\":[", "]}"));
    }

    private static Answer act(String path) {
        return TOWN.publisher.with("If-Match", "*").send("POST", path, BodyPublishers.noBody(), List.of());
    }

    private static long published(Answer receipt) {
        assertThat(receipt.status()).as(receipt.text()).isEqualTo(200);
        return receipt.json().path("version").asLong();
    }
}
