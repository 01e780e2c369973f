package nl.plein.api.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import nl.plein.api.server.Client;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What was written is never lost: it can be compared, named, taken back, and put before visitors again. */
class HistoryIT {

    private final Town town = new Town();

    @Test
    void an_editor_compares_two_revisions_and_takes_the_older_one_back() {
        String entry = town.anEntry("Brug drie weken dicht");
        String translation = town.manage + "/entries/" + entry + "/translations/nl";
        String first = draft(translation).path("revision").asString();
        town.retitle(entry, "Brug vier weken dicht");

        Client.Answer now = town.publisher.get(translation + "/draft");
        String second = now.json().path("revision").asString();
        JsonNode compared = town.publisher
                .get(translation + "/revisions/" + second + "/comparison")
                .json();

        assertThat(compared.path("from").asString()).isEqualTo(first);
        assertThat(compared.at("/changes/0/field").asString()).isEqualTo("title");
        assertThat(compared.at("/changes/0/marked").asString())
                .isEqualTo("Brug <del>drie</del><ins>vier</ins> weken dicht");
        assertThat(town.publisher
                        .get(translation + "/revisions/" + first + "/comparison")
                        .problem())
                .isEqualTo("nothing-before");

        var restored = town.publisher
                .with("If-Match", now.header("ETag"))
                .send(
                        "POST",
                        translation + "/revisions/" + first + "/restorations",
                        BodyPublishers.noBody(),
                        List.of());
        assertThat(restored.status()).as(restored.text()).isEqualTo(200);
        assertThat(draft(translation).at("/fields/title").asString()).isEqualTo("Brug drie weken dicht");
        assertThat(town.publisher
                        .with("If-Match", now.header("ETag"))
                        .send(
                                "POST",
                                translation + "/revisions/" + second + "/restorations",
                                BodyPublishers.noBody(),
                                List.of())
                        .status())
                .isEqualTo(412);
    }

    @Test
    void a_revision_with_a_name_is_found_again() {
        String entry = town.anEntry("Besluit");
        String translation = town.manage + "/entries/" + entry + "/translations/nl";
        String first = draft(translation).path("revision").asString();

        var named = town.publisher.put(
                translation + "/revisions/" + first + "/name", "{\"name\":\"Zoals de raad besloot\"}");

        assertThat(named.status()).as(named.text()).isEqualTo(200);
        assertThat(town.publisher
                        .get(translation + "/revisions")
                        .json()
                        .at("/items/0/name")
                        .asString())
                .isEqualTo("Zoals de raad besloot");
    }

    @Test
    void what_a_page_said_before_is_put_back_in_one_call() {
        String entry = town.anEntry("Zoals het hoort");
        town.publish(entry);
        town.retitle(entry, "Een vergissing");
        town.publish(entry);
        town.retitle(entry, "Nog een vergissing, niet gepubliceerd");
        String translation = town.manage + "/entries/" + entry + "/translations/nl";

        var receipt = town.publisher
                .with("If-Match", "*")
                .send("POST", translation + "/put-backs", BodyPublishers.noBody(), List.of());

        assertThat(receipt.status()).as(receipt.text()).isEqualTo(200);
        assertThat(receipt.json().path("changed").asInt()).isEqualTo(1);
        assertThat(draft(translation).at("/fields/title").asString()).isEqualTo("Zoals het hoort");
        assertThat(titles(translation)).isEqualTo(4);
    }

    @Test
    void what_was_never_shown_otherwise_or_was_withdrawn_is_not_put_back() {
        String entry = town.anEntry("Eenmaal");
        String putBacks = town.manage + "/entries/" + entry + "/translations/nl/put-backs";
        Client any = town.publisher.with("If-Match", "*");

        assertThat(any.send("POST", putBacks, BodyPublishers.noBody(), List.of())
                        .problem())
                .isEqualTo("not-live");
        town.publish(entry);
        assertThat(any.send("POST", putBacks, BodyPublishers.noBody(), List.of())
                        .problem())
                .isEqualTo("nothing-before");

        any.post(
                town.manage + "/withdrawals",
                "{\"items\":[{\"entry\":\"" + entry + "\",\"locale\":\"nl\"}],\"reason\":\"withdrawn\"}");
        town.retitle(entry, "Tweemaal");
        town.publish(entry);
        assertThat(any.send("POST", putBacks, BodyPublishers.noBody(), List.of())
                        .problem())
                .isEqualTo("nothing-before");
    }

    @Test
    void an_autosave_is_told_apart_and_what_was_sent_on_a_lost_base_is_kept_aside() {
        String entry = town.anEntry("Concept");
        String translation = town.manage + "/entries/" + entry + "/translations/nl";
        String first = draft(translation).path("revision").asString();

        var saved = town.publisher.put(
                translation + "/draft",
                "{\"basedOn\":\"" + first
                        + "\",\"fields\":{\"title\":\"Concept, tijdens het typen\"},\"autosave\":true}");
        assertThat(saved.json().path("autosave").asBoolean()).isTrue();

        var lost = town.publisher.put(
                translation + "/draft",
                "{\"basedOn\":\"01900000-0000-7000-8000-000000000000\",\"fields\":{\"title\":\"Uit een vergeten tabblad\"}}");
        assertThat(lost.status()).isEqualTo(409);
        assertThat(lost.problem()).isEqualTo("base-gone");
        var kept = town.publisher.get(translation + "/kept-drafts").json();
        assertThat(kept.at("/items/0/kept").asString())
                .isEqualTo(lost.json().path("kept").asString());
        assertThat(kept.at("/items/0/fields/title").asString()).isEqualTo("Uit een vergeten tabblad");

        String keptDraft =
                translation + "/kept-drafts/" + kept.at("/items/0/kept").asString();
        assertThat(town.publisher.delete(keptDraft).status()).isEqualTo(204);
        assertThat(town.publisher.delete(keptDraft).problem()).isEqualTo("unknown-kept-draft");
    }

    @Test
    void a_copy_is_an_entry_of_its_own_and_what_is_done_with_is_laid_aside() {
        String entry = town.anEntry("Jaarmarkt");
        String entries = town.manage + "/entries/";

        var copy = town.publisher.send("POST", entries + entry + "/copies", BodyPublishers.noBody(), List.of());

        assertThat(copy.status()).as(copy.text()).isEqualTo(201);
        assertThat(copy.json().at("/translations/0/path").asString()).isEqualTo("/nieuws/jaarmarkt-2");

        Client any = town.publisher.with("If-Match", "*");
        var aside = any.put(entries + entry + "/archived", "{\"archived\":true}");
        assertThat(aside.status()).as(aside.text()).isEqualTo(200);
        assertThat(town.publisher
                        .get(entries.replaceFirst("/$", "?place=archive"))
                        .text())
                .contains(entry);
        assertThat(any.put(entries + entry + "/archived", "{\"archived\":false}")
                        .text())
                .doesNotContain("archivedAt");
    }

    private JsonNode draft(String translation) {
        return town.publisher.get(translation + "/draft").json();
    }

    private int titles(String translation) {
        return town.publisher
                .get(translation + "/revisions")
                .json()
                .path("items")
                .size();
    }
}
