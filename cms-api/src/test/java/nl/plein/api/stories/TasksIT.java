package nl.plein.api.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import nl.plein.api.server.Client;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What waits for whom, from submitting to the page. */
class TasksIT {

    private final Town town = new Town();
    private final JsonNode contributor = colleague("Karim", "contributor");
    private final JsonNode editor = colleague("Roos", "editor");
    private final JsonNode reader = colleague("Lees", "reader");

    @Test
    void a_text_goes_from_desk_to_desk_until_visitors_see_it() {
        choose();
        String entry = town.anEntry("Markt");
        assertThat(mine(editor, "")).isEmpty();

        step(contributor, entry, "submit");
        JsonNode waiting = mine(editor, "").get(0);
        assertThat(waiting.path("title").asString()).isEqualTo("Markt");
        assertThat(waiting.path("site").asString()).isEqualTo(town.id);
        assertThat(waiting.path("state").asString()).isEqualTo("review");
        assertThat(waiting.path("steps").toString()).isEqualTo("[\"approve\"]");
        assertThat(waiting.has("assignee")).isFalse();
        assertThat(mine(contributor, "")).isEmpty();

        step(editor, entry, "approve");
        assertThat(mine(editor, "")).isEmpty();
        var counts = town.publisher.get("/manage/v1/task-counts").json();
        assertThat(counts.path("open").asInt()).isEqualTo(1);
        town.publish(entry);
        assertThat(town.publisher
                        .get("/manage/v1/task-counts")
                        .json()
                        .path("open")
                        .asInt())
                .isZero();
    }

    @Test
    void it_is_given_to_somebody_until_a_time_and_taken_over_by_nobody_who_did_not_look() {
        choose();
        String entry = town.anEntry("Markt");
        step(contributor, entry, "submit");
        String deadline = Instant.now()
                .plus(3, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();

        var seen = who(editor).get(task(entry));
        var given = town.publisher
                .with("If-Match", seen.header("ETag"))
                .put(
                        task(entry),
                        "{\"assignee\":\"" + editor.path("person").asString() + "\",\"deadline\":\"" + deadline
                                + "\"}");
        assertThat(given.status()).as(given.text()).isEqualTo(200);
        assertThat(given.json().at("/assignee/name").asString()).isEqualTo("Roos");
        assertThat(given.json().path("deadline").asString()).isEqualTo(deadline);
        assertThat(given.json().path("overdue").asBoolean()).isFalse();
        assertThat(town.publisher
                        .with("If-Match", seen.header("ETag"))
                        .put(task(entry), "{}")
                        .status())
                .isEqualTo(412);
        assertThat(town.publisher
                        .with("If-Match", "*")
                        .put(
                                task(entry),
                                "{\"assignee\":\"" + contributor.path("person").asString() + "\"}")
                        .problem())
                .isEqualTo("not-for-them");
        assertThat(mine(editor, "?assigned=true")).hasSize(1);
        assertThat(mine(editor, "?assigned=false")).isEmpty();
        assertThat(town.publisher.get("/manage/v1/tasks").json().path("items")).isEmpty();
    }

    @Test
    void the_list_goes_on_page_by_page() {
        choose();
        for (String title : new String[] {"Een", "Twee", "Drie"}) {
            step(contributor, town.anEntry(title), "submit");
        }

        var first = who(editor).get("/manage/v1/tasks?pageSize=2");
        var second = who(editor)
                .get("/manage/v1/tasks?pageSize=2&cursor="
                        + first.json().at("/page/next").asString());

        assertThat(first.json().path("items")).hasSize(2);
        assertThat(second.json().path("items")).hasSize(1);
        assertThat(second.json().path("page").has("next")).isFalse();
        assertThat(who(editor).get("/manage/v1/tasks?cursor=x").status()).isEqualTo(400);
    }

    @Test
    void who_may_only_read_has_no_tasks_and_gives_none() {
        choose();
        String entry = town.anEntry("Markt");
        step(contributor, entry, "submit");

        assertThat(mine(reader, "")).isEmpty();
        assertThat(who(reader).get(task(entry)).status()).isEqualTo(403);
        assertThat(who(reader).with("If-Match", "*").put(task(entry), "{}").status())
                .isEqualTo(403);
        assertThat(town.anyone.get("/manage/v1/tasks").status()).isEqualTo(401);
    }

    private void choose() {
        var chosen = town.administrator
                .with("If-Match", "*")
                .put(town.manage + "/workflow-choices/news", "{\"workflow\":\"review\"}");
        assertThat(chosen.status()).as(chosen.text()).isEqualTo(200);
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

    private JsonNode mine(JsonNode colleague, String query) {
        var answer = who(colleague).get("/manage/v1/tasks" + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("items");
    }

    private String task(String entry) {
        return town.manage + "/entries/" + entry + "/translations/nl/task";
    }

    private void step(JsonNode who, String entry, String transition) {
        var made = who(who).with("If-Match", "*")
                .post(
                        town.manage + "/entries/" + entry + "/translations/nl/transitions",
                        "{\"transition\":\"" + transition + "\"}");
        assertThat(made.status()).as(made.text()).isEqualTo(200);
    }
}
