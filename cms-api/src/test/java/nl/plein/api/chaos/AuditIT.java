package nl.plein.api.chaos;

import static nl.plein.api.server.Proof.figure;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nl.plein.api.server.Client;
import nl.plein.api.server.Client.Answer;
import nl.plein.api.server.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Promise B10: what is done is recorded, and whoever changes the record in the database is found. The server is stopped, its H2
 * file is changed by hand, and the server that starts on it tells what was done, with place and time.
 */
@Tag("chaos")
class AuditIT {

    private static final JsonMapper JSON = new JsonMapper();

    private final RunningServer server = RunningServer.fresh();
    private final Client administrator = Client.of(server).withToken(RunningServer.ADMINISTRATOR);
    private ChaosSite site;

    @BeforeEach
    void start() {
        server.start();
        site = ChaosSite.found(server);
    }

    @AfterEach
    void stop() {
        server.kill();
    }

    @Test
    void rows_that_are_altered_removed_or_inserted_in_the_database_are_found_with_place_and_time() throws Exception {
        for (int i = 0; i < 12; i++) {
            publish("stuk-" + i);
        }
        JsonNode sound = awaitSealed();
        assertThat(sound.path("sound").asBoolean()).as(sound.toString()).isTrue();
        long events = sound.path("events").asLong();
        assertThat(events).isGreaterThan(20);
        List<JsonNode> lines = lines();
        Instant fourth = Instant.parse(lines.get(3).path("at").asString());
        assertThat(verify("?number=5&seal=" + lines.get(4).path("seal").asString())
                        .path("noted")
                        .asBoolean())
                .isTrue();

        inDatabase(
                "update audit_event set actor = 'iemand anders' where agency_id = ? and chain_no = 4",
                "delete from audit_event where agency_id = ? and chain_no in (8, 9)",
                "delete from audit_event where agency_id = ? and chain_no > " + (events - 3),
                "insert into audit_event (agency_id, id, at, actor, action, subject, details)"
                        + " values (?, random_uuid(), timestamp with time zone '2026-01-01 00:00:00+00:00', 'system',"
                        + " 'publishing.publish', 'site/x', '{}')");
        JsonNode broken = awaitSealed(events + 1);

        assertThat(broken.path("sound").asBoolean()).isFalse();
        JsonNode altered = broken.path("breaks").path(0);
        JsonNode removed = broken.path("breaks").path(1);
        JsonNode end = broken.path("breaks").path(2);
        JsonNode inserted = broken.path("breaks").path(3);
        assertThat(what(altered)).isEqualTo("altered 4-4");
        assertThat(Instant.parse(altered.path("before").asString())).isEqualTo(fourth);
        assertThat(what(removed)).isEqualTo("removed 8-9");
        assertThat(Instant.parse(removed.path("after").asString()))
                .isEqualTo(Instant.parse(lines.get(6).path("at").asString()));
        assertThat(Instant.parse(removed.path("before").asString()))
                .isEqualTo(Instant.parse(lines.get(9).path("at").asString()));
        assertThat(what(end)).isEqualTo("removed " + (events - 2) + "-" + events);
        assertThat(inserted.path("what").asString()).isEqualTo("inserted");
        assertThat(Instant.parse(inserted.path("before").asString())).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(broken.path("breaks").size()).isEqualTo(4);
        assertThat(verify("?number=5&seal=" + lines.get(4).path("seal").asString())
                        .path("noted")
                        .asBoolean())
                .isTrue();
        figure("audit_events", events);
        figure("audit_tamperings", 4);
        figure("audit_tamperings_found", broken.path("breaks").size());
    }

    @Test
    void an_end_that_was_cut_off_is_found_though_nothing_else_happened() throws Exception {
        publish("laatste");
        long events = awaitSealed().path("events").asLong();

        inDatabase("delete from audit_event where agency_id = ? and chain_no = " + events);

        JsonNode broken = verify("");
        assertThat(what(broken.path("breaks").path(0))).isEqualTo("removed " + events + "-" + events);
    }

    @Test
    void acts_saves_refusals_and_sign_ins_are_in_the_trail_and_can_be_taken_along() {
        publish("stuk");
        Answer member = administrator.post(
                "/manage/v1/agencies/" + site + "/members", "{\"name\":\"Noor\",\"role\":\"reader\"}");
        Client reader = Client.of(server).withToken(member.json().path("secret").asString());
        Answer refused =
                reader.with("If-Match", "*").put("/manage/v1/sites/" + site + "/state", "{\"state\":\"closed\"}");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(reader.get("/manage/v1/agencies/" + site + "/audit-events").status())
                .isEqualTo(403);
        awaitSealed();

        List<String> actions =
                lines().stream().map(line -> line.path("action").asString()).toList();
        assertThat(actions)
                .contains(
                        "tenancy.found-agency",
                        "tenancy.found-site",
                        "content.create-entry",
                        "publishing.publish",
                        "accounts.grant-role",
                        "access.refused");
        JsonNode page = administrator
                .get("/manage/v1/agencies/" + site + "/audit-events?action=access.refused&pageSize=1")
                .json();
        assertThat(page.path("items").path(0).path("subject").asString())
                .isEqualTo("GET /manage/v1/agencies/{agency}/audit-events");
        String next = page.path("page").path("next").asString();
        assertThat(administrator
                        .get("/manage/v1/agencies/" + site + "/audit-events?action=access.refused&cursor=" + next)
                        .json()
                        .path("items")
                        .path(0)
                        .path("subject")
                        .asString())
                .isEqualTo("PUT /manage/v1/sites/{site}/state");
        Answer table = administrator.get("/manage/v1/agencies/" + site + "/audit-table");
        assertThat(table.header("Content-Type")).startsWith("text/csv");
        assertThat(table.text().lines().count()).isEqualTo(actions.size() + 1L);
        Answer platform = administrator.get("/manage/v1/platform/audit-verification");
        assertThat(platform.json().path("sound").asBoolean())
                .as(platform.text())
                .isTrue();
        assertThat(administrator.get("/manage/v1/platform/audit-events").text()).contains("people.issue-token");
        assertThat(reader.get("/manage/v1/platform/audit-events").status()).isEqualTo(403);
    }

    private static String what(JsonNode found) {
        return found.path("what").asString() + " " + found.path("from").asLong() + "-"
                + found.path("to").asLong();
    }

    private void publish(String name) {
        ChaosSite.Story story = site.create(name);
        Answer answer = site.perform(new Act.Publish(Map.of(story.entry(), name)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private JsonNode verify(String noted) {
        Answer verdict = administrator.get("/manage/v1/agencies/" + site + "/audit-verification" + noted);
        assertThat(verdict.status()).as(verdict.text()).isEqualTo(200);
        return verdict.json();
    }

    /** Until the newest act has its number. */
    private JsonNode awaitSealed() {
        Instant end = Instant.now().plusSeconds(30);
        while (!newest().has("number")) {
            assertThat(Instant.now()).as("sealing").isBefore(end);
            pause();
        }
        return verify("");
    }

    /** Until the chain is so long. */
    private JsonNode awaitSealed(long events) {
        Instant end = Instant.now().plusSeconds(30);
        JsonNode verdict = verify("");
        while (verdict.path("events").asLong() < events) {
            assertThat(Instant.now()).as("sealing").isBefore(end);
            pause();
            verdict = verify("");
        }
        return verdict;
    }

    private JsonNode newest() {
        return administrator
                .get("/manage/v1/agencies/" + site + "/audit-events?pageSize=1")
                .json()
                .path("items")
                .path(0);
    }

    private List<JsonNode> lines() {
        Answer lines = administrator.get("/manage/v1/agencies/" + site + "/audit-lines");
        assertThat(lines.status()).isEqualTo(200);
        List<JsonNode> all = new ArrayList<>();
        lines.text().lines().forEach(line -> all.add(JSON.readTree(line)));
        return all;
    }

    /** By hand, while the server is away. Each statement names the agency once. */
    private void inDatabase(String... statements) throws Exception {
        server.stop();
        try (Connection database = H2File.of(server).open()) {
            for (String sql : statements) {
                try (var statement = database.prepareStatement(sql)) {
                    statement.setString(1, site.toString());
                    assertThat(statement.executeUpdate()).as(sql).isPositive();
                }
            }
        }
        server.start();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
