package nl.plein.api.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import nl.plein.api.server.Client.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Pages appear and vanish at their time. */
class SchedulesIT {

    private static final Town TOWN = new Town();

    @Test
    void a_page_appears_and_vanishes_by_itself() {
        String entry = TOWN.anEntry("Straks");
        String appears =
                TOWN.aSchedule(entry, "publish", Instant.now().plusSeconds(3).toString());
        assertThat(published(entry)).isEqualTo(404);

        JsonNode done = ended(appears);

        assertThat(done.path("state").asString()).isEqualTo("done");
        assertThat(done.path("version").asLong()).isPositive();
        assertThat(Instant.parse(done.path("endedAt").asString()))
                .isAfterOrEqualTo(Instant.parse(done.path("at").asString()));
        assertThat(published(entry)).isEqualTo(200);

        assertThat(ended(TOWN.aSchedule(
                                entry, "archive", Instant.now().plusSeconds(3).toString()))
                        .path("state")
                        .asString())
                .isEqualTo("done");
        assertThat(published(entry)).isEqualTo(404);
        assertThat(TOWN.publisher.get(TOWN.manage + "/entries/" + entry).json().has("archivedAt"))
                .isTrue();
    }

    @Test
    void a_time_on_the_clock_of_the_site_is_told_back_as_it_was_understood() {
        String entry = TOWN.anEntry("Zomertijd");

        JsonNode skipped = get(TOWN.aSchedule(entry, "publish", "2027-03-28T02:30"));
        JsonNode twice = get(TOWN.aSchedule(entry, "unpublish", "2027-10-31T02:30"));

        assertThat(skipped.path("clock").asString()).isEqualTo("skipped");
        assertThat(skipped.path("at").asString()).isEqualTo("2027-03-28T01:00:00Z");
        assertThat(skipped.path("siteTime").asString()).isEqualTo("2027-03-28T03:00:00+02:00");
        assertThat(twice.path("clock").asString()).isEqualTo("twice");
        assertThat(twice.path("siteTime").asString()).isEqualTo("2027-10-31T02:30:00+02:00");
    }

    @Test
    void what_could_not_be_done_says_what_to_do_and_gets_another_time() {
        Answer draft = TOWN.publisher.post(
                TOWN.manage + "/entries",
                "{\"type\":\"news\",\"locale\":\"nl\",\"fields\":{\"body\":\"<p>Zonder titel</p>\"}}");
        assertThat(draft.status()).as(draft.text()).isEqualTo(201);
        String entry = draft.json().path("entry").asString();
        String id =
                TOWN.aSchedule(entry, "publish", Instant.now().plusSeconds(3).toString());

        JsonNode refused = ended(id);

        assertThat(refused.path("state").asString()).isEqualTo("refused");
        assertThat(refused.path("refusal").path("code").asString()).isEqualTo("not-publishable");
        assertThat(refused.path("refusal").path("detail").asString()).isNotEmpty();
        assertThat(refused.path("refusal")
                        .path("errors")
                        .path(0)
                        .path("pointer")
                        .asString())
                .isEqualTo("/0/fields/title");
        assertThat(TOWN.publisher.get(TOWN.manage + "/schedules?state=refused").text())
                .contains(id);

        TOWN.retitle(entry, "Met titel");
        Answer changed = TOWN.publisher
                .with(
                        "If-Match",
                        TOWN.publisher.get(TOWN.manage + "/schedules/" + id).header("ETag"))
                .put(
                        TOWN.manage + "/schedules/" + id,
                        "{\"at\":\"" + Instant.now().plusSeconds(3) + "\"}");
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.json().has("refusal")).isFalse();
        assertThat(ended(id).path("state").asString()).isEqualTo("done");
    }

    @Test
    void what_is_called_off_stays_in_the_list_of_its_entry() {
        String entry = TOWN.anEntry("Afgezegd");
        String first = TOWN.aSchedule(entry, "publish", "2033-01-01T09:00");
        String second = TOWN.aSchedule(entry, "unpublish", "2033-02-01T09:00");

        Answer cancelled = TOWN.publisher.with("If-Match", "*").delete(TOWN.manage + "/schedules/" + first);

        assertThat(cancelled.status()).isEqualTo(204);
        JsonNode page = TOWN.publisher
                .get(TOWN.manage + "/schedules?pageSize=1&entry=" + entry)
                .json();
        assertThat(page.path("items").path(0).path("id").asString()).isEqualTo(first);
        assertThat(page.path("items").path(0).path("state").asString()).isEqualTo("cancelled");
        JsonNode next = TOWN.publisher
                .get(TOWN.manage + "/schedules?pageSize=1&entry=" + entry + "&cursor="
                        + page.path("page").path("next").asString())
                .json();
        assertThat(next.path("items").path(0).path("id").asString()).isEqualTo(second);
        assertThat(next.path("page").has("next")).isFalse();
    }

    private static int published(String entry) {
        return TOWN.anyone
                .get(TOWN.delivery + "/entries/" + entry + "?locale=nl")
                .status();
    }

    private static JsonNode get(String id) {
        Answer answer = TOWN.publisher.get(TOWN.manage + "/schedules/" + id);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static JsonNode ended(String id) {
        return Town.await(() -> TOWN.publisher.get(TOWN.manage + "/schedules/" + id), answer -> answer.json()
                        .has("endedAt"))
                .json();
    }
}
