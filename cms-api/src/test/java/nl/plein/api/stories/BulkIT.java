package nl.plein.api.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import nl.plein.api.server.Client;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Many entries are changed at once, each with its own outcome, and brought back. */
class BulkIT {

    private final Town town = new Town();
    private final String bulk = town.manage + "/bulk-changes";

    @Test
    void many_are_published_and_taken_back_with_an_outcome_for_each() {
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            entries.add(town.anEntry("Bericht " + i));
        }
        String trashed = town.anEntry("Weg");
        town.publisher.with("If-Match", "*").delete(town.manage + "/entries/" + trashed);
        entries.add(trashed);

        String job = ended(start("{\"act\":\"publish\",\"entries\":" + list(entries) + "}"));

        JsonNode view = town.publisher.get(job).json();
        assertThat(view.path("state").asString()).isEqualTo("done");
        assertThat(view.path("changed").asInt()).isEqualTo(12);
        assertThat(view.path("refused").asInt()).isEqualTo(1);
        Client.Answer refused = town.publisher.get(job + "/items?outcome=refused");
        assertThat(refused.json().path("items").path(0).path("code").asString()).isEqualTo("unknown-entry");
        Client.Answer first = town.publisher.get(job + "/items?pageSize=5");
        assertThat(first.json().path("items").size()).isEqualTo(5);
        assertThat(first.json().path("page").path("next").asString()).isEqualTo("5");
        assertThat(town.anyone
                        .get(town.delivery + "/paths?path=/nieuws/bericht-3")
                        .status())
                .isEqualTo(200);
        town.retitle(entries.get(0), "Bericht anders");
        town.publish(entries.get(0));

        String undo = ended(town.publisher.send("POST", job + "/undoings", BodyPublishers.noBody(), List.of()));

        assertThat(town.publisher.get(undo).json().path("changed").asInt()).isEqualTo(11);
        assertThat(town.publisher
                        .get(undo + "/items?outcome=refused")
                        .json()
                        .path("items")
                        .path(0)
                        .path("code")
                        .asString())
                .isEqualTo("changed-since");
        assertThat(town.anyone
                        .get(town.delivery + "/paths?path=/nieuws/bericht-3")
                        .status())
                .isEqualTo(410);
        assertThat(town.anyone
                        .get(town.delivery + "/paths?path=/nieuws/bericht-0")
                        .json()
                        .path("title")
                        .asString())
                .isEqualTo("Bericht anders");
    }

    @Test
    void a_list_is_the_selection_and_nobody_changes_by_it_what_they_may_not() {
        String entry = town.anEntry("Markt op zaterdag");
        town.anEntry("Iets anders");
        Client contributor = town.anyone.withToken(Town.made(town.administrator.post(
                        "/manage/v1/agencies/" + town.id + "/members", "{\"name\":\"Ad\",\"role\":\"contributor\"}"))
                .json()
                .path("secret")
                .asString());
        String wish = "{\"act\":\"publish\",\"filter\":{\"type\":\"news\",\"title\":\"markt\"}}";

        String refused = ended(contributor.post(bulk, wish));
        String done = ended(start(wish));

        assertThat(town.publisher
                        .get(refused + "/items")
                        .json()
                        .path("items")
                        .path(0)
                        .path("code")
                        .asString())
                .isEqualTo("permission-missing");
        JsonNode items = town.publisher.get(done + "/items").json().path("items");
        assertThat(items.size()).isEqualTo(1);
        assertThat(items.path(0).path("entry").asString()).isEqualTo(entry);
        assertThat(items.path(0).path("outcome").asString()).isEqualTo("changed");
    }

    @Test
    void what_can_not_be_started_says_why() {
        String entry = town.anEntry("Markt");

        assertThat(start("{\"act\":\"paint\",\"entries\":[\"" + entry + "\"]}").problem())
                .isEqualTo("unknown-act");
        assertThat(start("{\"act\":\"trash\"}").problem()).isEqualTo("nothing-selected");
        assertThat(start("{\"act\":\"audience\",\"entries\":[\"" + entry + "\"]}")
                        .problem())
                .isEqualTo("audience-missing");
        assertThat(town.publisher.get(bulk + "/" + entry).problem()).isEqualTo("unknown-bulk-change");
    }

    @Test
    void a_start_that_is_sent_again_starts_nothing() {
        String wish = "{\"act\":\"trash\",\"entries\":[\"" + town.anEntry("Markt") + "\"]}";
        Client again = town.publisher.with("Idempotency-Key", "bulk-once");

        Client.Answer first = again.post(bulk, wish);
        Client.Answer second = again.post(bulk, wish);

        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.json().path("id").asString())
                .isEqualTo(first.json().path("id").asString());
    }

    private Client.Answer start(String wish) {
        return town.publisher.post(bulk, wish);
    }

    /** @return where it is */
    private String ended(Client.Answer started) {
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        String job = started.header("Location");
        Town.await(() -> town.publisher.get(job), answer -> answer.json().has("endedAt"));
        return job;
    }

    private static String list(List<String> entries) {
        return "[\"" + String.join("\",\"", entries) + "\"]";
    }
}
