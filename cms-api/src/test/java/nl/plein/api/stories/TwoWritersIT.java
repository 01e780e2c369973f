package nl.plein.api.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import nl.plein.api.server.Client;
import nl.plein.api.server.Client.Answer;
import nl.plein.api.server.Proof;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two people write in one text, one of them by autosave, while imports change it too. Each write adds a mark, often on top of
 * a text that is long out of date, and in all places at once: the title, a paragraph of one's own, one that is everybody's.
 * Every mark that was acknowledged is there in the end, once.
 */
@Tag("chaos")
class TwoWritersIT {

    private static final int ROUNDS = Proof.rounds(60, 1_000);
    private static final int ROUNDS_OF_A_TEXT = 50;
    private static final Pattern MARK = Pattern.compile("[abi]\\d+x");
    private static final JsonMapper JSON = new JsonMapper();

    private final Town town = new Town();
    private final List<String> acknowledged = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger merged = new AtomicInteger();
    private final AtomicInteger conflicts = new AtomicInteger();
    private final AtomicInteger sameMoments = new AtomicInteger();
    private final List<String> sourceMarks = new ArrayList<>();
    private int imports;
    private int skippedImports;

    @Test
    void no_edit_that_was_acknowledged_is_lost() throws Exception {
        int lost = 0;
        int doubled = 0;
        int done = 0;
        for (int text = 0; done < ROUNDS; text++) {
            int rounds = Math.min(ROUNDS_OF_A_TEXT, ROUNDS - done);
            acknowledged.clear();
            sourceMarks.clear();
            String entry = imported(text);
            writeTogether(entry, text, done, rounds);
            String now = draft(entry).path("fields").toString();
            for (String mark : acknowledged) {
                int times = now.split(Pattern.quote(mark), -1).length - 1;
                lost += times == 0 ? 1 : 0;
                doubled += times > 1 ? 1 : 0;
            }
            assertThat(MARK.matcher(now).results().count())
                    .as("marks that nobody was told of")
                    .isEqualTo(acknowledged.size());
            done += rounds;
        }
        Proof.figure("writers_rounds", ROUNDS);
        Proof.figure("writers_merged", merged);
        Proof.figure("writers_conflicts", conflicts);
        Proof.figure("writers_at_the_moment_of_an_import", sameMoments);
        Proof.figure("writers_imports", imports);
        Proof.figure("writers_imports_skipped", skippedImports);
        Proof.figure("writers_lost", lost);
        Proof.figure("writers_doubled", doubled);
        assertThat(lost).isZero();
        assertThat(doubled).isZero();
        assertThat(merged.get()).isPositive();
        assertThat(conflicts.get()).isPositive();
        assertThat(imports).isGreaterThan(skippedImports);
    }

    private void writeTogether(String entry, int text, int from, int rounds) throws Exception {
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            Future<?> typing = both.submit(() -> new Writer(entry, "a", false).write(from, rounds));
            Future<?> autosaving = both.submit(() -> new Writer(entry, "b", true).write(from, rounds));
            while (!typing.isDone() || !autosaving.isDone()) {
                importOnceMore(text);
            }
            typing.get();
            autosaving.get();
        } finally {
            both.shutdownNow();
        }
    }

    /** One of the two, whose window shows what it showed last. */
    private final class Writer {

        private final String entry;
        private final String name;
        private final boolean autosave;
        private final Random random;
        private JsonNode window;

        Writer(String entry, String name, boolean autosave) {
            this.entry = entry;
            this.name = name;
            this.autosave = autosave;
            this.random = new Random(Long.getLong("plein.chaos.seed", 20261129) + name.hashCode());
            this.window = draft(entry);
        }

        void write(int from, int rounds) {
            for (int round = from; round < from + rounds; round++) {
                if (random.nextInt(3) == 0) {
                    window = draft(entry);
                }
                String mark = name + round + "x";
                int place = random.nextInt(6);
                Answer answer = save(mark, place);
                while (answer.status() == 409) {
                    if (answer.problem().equals("changed-meanwhile")) {
                        sameMoments.incrementAndGet();
                    } else {
                        assertThat(answer.problem()).as(answer.text()).isEqualTo("draft-moved-on");
                        assertThat(answer.json().path("base").isObject()).isTrue();
                        assertThat(answer.json().path("mine").toString()).contains(mark);
                        assertThat(answer.json().path("theirs").toString()).doesNotContain(mark);
                        assertThat(answer.json().path("conflicts")).isNotEmpty();
                        conflicts.incrementAndGet();
                    }
                    window = draft(entry);
                    answer = save(mark, place);
                }
                assertThat(answer.status()).as(answer.text()).isEqualTo(200);
                acknowledged.add(mark);
                merged.addAndGet(answer.json().path("merged").isEmpty() ? 0 : 1);
                if (random.nextBoolean()) {
                    window = draft(entry);
                }
            }
        }

        /** What the window shows, with the mark in one place. The window goes on showing what it showed. */
        private Answer save(String mark, int place) {
            var fields = JSON.createObjectNode();
            String title = window.path("fields").path("title").asString();
            fields.put("title", place == 0 ? title + " " + mark : title);
            String body = window.path("fields").path("body").asString();
            String paragraph =
                    switch (place) {
                        case 0 -> "";
                        case 1, 2 -> "Van iedereen";
                        default -> "Van " + name;
                    };
            fields.put("body", paragraph.isEmpty() ? body : withMark(body, paragraph, mark));
            var saved = JSON.createObjectNode();
            saved.put("basedOn", window.path("revision").asString()).put("autosave", autosave);
            saved.set("fields", fields);
            return town.publisher.put(draftOf(entry), saved.toString());
        }
    }

    private static String withMark(String body, String paragraph, String mark) {
        int end = body.indexOf("</p>", body.indexOf("<p>" + paragraph));
        assertThat(end).as(body).isPositive();
        return body.substring(0, end) + " " + mark + body.substring(end);
    }

    /** @return the entry that the archive of this text becomes */
    private String imported(int text) {
        JsonNode file = files(text).path("items").path(0);
        assertThat(file.path("outcome").asString()).as(file.toString()).isEqualTo("created");
        return file.path("entry").asString();
    }

    /** The source of the text changes, in a paragraph of its own or in everybody's; it is imported again, and what can't be merged stays as it was. */
    private void importOnceMore(int text) {
        String mark = "i" + imports + "x";
        sourceMarks.add((imports % 3 == 2 ? "e" : "o") + mark);
        imports++;
        JsonNode file = files(text).path("items").path(0);
        if (file.path("outcome").asString().equals("updated")) {
            acknowledged.add(mark);
        } else {
            assertThat(file.path("notes")).as(file.toString()).isNotEmpty();
            sourceMarks.remove(sourceMarks.size() - 1);
            skippedImports++;
        }
    }

    private JsonNode files(int text) {
        byte[] archive = new CraftedZip()
                .with(CraftedZip.stored("news/2026-03-03-tekst-" + text + ".md", source()))
                .bytes();
        Answer started =
                town.administrator.post(town.manage + "/imports?publish=false&locale=nl", "application/zip", archive);
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        String id = started.json().path("id").asString();
        JsonNode ended = Town.await(() -> town.administrator.get(town.manage + "/jobs/" + id), answer -> !Set.of(
                                "waiting", "running")
                        .contains(answer.json().path("state").asString()))
                .json();
        assertThat(ended.path("state").asString()).as(ended.toString()).isEqualTo("done");
        return town.administrator.get(town.manage + "/imports/" + id + "/files").json();
    }

    private String source() {
        return "---\ntitle: Samen\n---\nVan iedereen" + marksOf("e") + "\n\nVan a\n\nVan b\n\nVan de bron"
                + marksOf("o") + "\n";
    }

    private String marksOf(String paragraph) {
        StringBuilder all = new StringBuilder();
        sourceMarks.stream().filter(mark -> mark.startsWith(paragraph)).forEach(mark -> all.append(' ')
                .append(mark.substring(1)));
        return all.toString();
    }

    private String draftOf(String entry) {
        return town.manage + "/entries/" + entry + "/translations/nl/draft";
    }

    private JsonNode draft(String entry) {
        Client.Answer answer = town.publisher.get(draftOf(entry));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }
}
