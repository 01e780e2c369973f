package nl.plein.api.stories;

import static nl.plein.api.server.Proof.figure;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.plein.api.server.Client;
import nl.plein.api.server.RunningServer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who has an entry open, as browsers hear it: by server-sent events. */
class PresenceIT {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Town town = new Town();
    private final JsonNode editor = colleague("Roos", "editor");
    private final JsonNode contributor = colleague("Karim", "contributor");
    private final JsonNode reader = colleague("Lees", "reader");
    private final String entry = town.anEntry("Markt");
    private final String presence = town.manage + "/entries/" + entry + "/presence";

    /** An open line, read by a thread of its own. */
    private static final class Line implements AutoCloseable {

        private final HttpResponse<InputStream> answer;
        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final CountDownLatch ended = new CountDownLatch(1);

        private Line(HttpResponse<InputStream> answer) {
            this.answer = answer;
            var thread = new Thread(this::read);
            thread.setDaemon(true);
            thread.start();
        }

        private void read() {
            try (var reader = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    lines.add(line);
                }
            } catch (IOException hungUp) {
                // by this side or by the other
            }
            ended.countDown();
        }

        /** The newest list that was told. */
        private String told() {
            return lines.stream().filter(line -> line.startsWith("data:")).reduce("", (one, next) -> next);
        }

        private void awaitToldOf(int most, String... names) throws InterruptedException {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(most);
            while (!(names.length == count(told()) && List.of(names).stream().allMatch(told()::contains))) {
                assertThat(System.nanoTime())
                        .as("waited for " + List.of(names) + " in " + lines)
                        .isLessThan(end);
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }

        private static int count(String data) {
            return data.split("\"person\"", -1).length - 1;
        }

        @Override
        public void close() throws IOException {
            answer.body().close();
        }
    }

    @Test
    void those_who_have_an_entry_open_hear_who_comes_and_goes() throws Exception {
        try (Line roos = open(editor)) {
            assertThat(roos.answer.headers().firstValue("Content-Type").orElse(""))
                    .startsWith("text/event-stream");
            assertThat(roos.answer.headers().firstValue("X-Accel-Buffering")).contains("no");
            roos.awaitToldOf(5, "Roos");
            try (Line karim = open(contributor)) {
                karim.awaitToldOf(5, "Roos", "Karim");
                roos.awaitToldOf(5, "Roos", "Karim");
                assertThat(town.publisher.get(presence).json().path("items").findValuesAsString("name"))
                        .containsExactly("Roos", "Karim");
            }
            roos.awaitToldOf(30, "Roos");
            assertThat(roos.lines).anyMatch(line -> line.startsWith(":"));
        }
    }

    @Test
    void whoever_loses_the_right_hears_nothing_more() throws Exception {
        long token = ended(contributor, () -> assertThat(town.administrator
                        .delete("/manage/v1/agencies/" + town.id + "/members/"
                                + contributor.path("person").asString())
                        .status())
                .isBetween(200, 204));
        figure("presence_ms_until_gone", token);
    }

    private long ended(JsonNode who, Runnable loss) throws Exception {
        try (Line line = open(who)) {
            line.awaitToldOf(5, who.path("name").asString("Karim"));
            loss.run();
            long before = System.nanoTime();
            assertThat(line.ended.await(10, TimeUnit.SECONDS)).isTrue();
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before);
        }
    }

    @Test
    void who_may_not_read_the_draft_is_not_let_in() throws Exception {
        HttpResponse<InputStream> refused = ask(reader, presence);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(ask(editor, presence.replace(entry, "0198c0de-0000-7000-8000-000000000000"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(who(reader).get(presence).status()).isEqualTo(403);
        assertThat(town.anyone.get(presence).status()).isEqualTo(401);
    }

    private Line open(JsonNode who) throws Exception {
        HttpResponse<InputStream> answer = ask(who, presence);
        assertThat(answer.statusCode()).isEqualTo(200);
        return new Line(answer);
    }

    private HttpResponse<InputStream> ask(JsonNode who, String path) throws Exception {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + RunningServer.shared().port() + path))
                .header("Accept", "text/event-stream")
                .header("Authorization", "Bearer " + who.path("secret").asString())
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofInputStream());
    }

    private JsonNode colleague(String name, String role) {
        return Town.made(town.administrator.post(
                        "/manage/v1/agencies/" + town.id + "/members",
                        "{\"name\":\"" + name + "\",\"role\":\"" + role + "\"}"))
                .json();
    }

    private Client who(JsonNode colleague) {
        return town.anyone.withToken(colleague.path("secret").asString());
    }
}
