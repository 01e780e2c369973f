package nl.plein.api.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import nl.plein.api.server.Client;
import org.junit.jupiter.api.Test;

/** People talk about a draft, field by field, and visitors hear nothing of it. */
class ReviewCommentsIT {

    private final Town town = new Town();
    private final Client contributor = colleague("Karim", "contributor");
    private final Client editor = colleague("Roos", "editor");
    private final Client reader = colleague("Lees", "reader");

    @Test
    void a_remark_is_made_answered_settled_opened_and_taken_back() {
        String entry = town.anEntry("Markt");

        var made = say(editor, entry, "{\"field\":\"body\",\"quote\":\"Tekst van\",\"words\":\"Noem de datum\"}");

        assertThat(made.status()).as(made.text()).isEqualTo(201);
        String comment = made.header("Location");
        assertThat(made.json().at("/by/name").asString()).isEqualTo("Roos");
        assertThat(made.json().path("gone").asBoolean()).isFalse();

        var answered = contributor.post(comment + "/answers", "{\"words\":\"Staat niet vast\"}");
        assertThat(answered.status()).as(answered.text()).isEqualTo(201);
        assertThat(answered.json().at("/answers/0/by/name").asString()).isEqualTo("Karim");
        var settled = resolve(contributor, comment);
        assertThat(settled.status()).as(settled.text()).isEqualTo(200);
        assertThat(settled.json().at("/resolution/by/name").asString()).isEqualTo("Karim");
        assertThat(comments(editor, entry, "?resolved=false").json().path("items"))
                .isEmpty();
        assertThat(editor.delete(comment + "/resolution").status()).isEqualTo(204);
        assertThat(comments(editor, entry, "?resolved=false").json().path("items"))
                .hasSize(1);

        assertThat(contributor.delete(comment).problem()).isEqualTo("not-your-comment");
        assertThat(editor.delete(comment).status()).isEqualTo(204);
        var left = editor.get(comment).json();
        assertThat(left.has("words")).isFalse();
        assertThat(left.path("answers")).hasSize(1);
        assertThat(contributor.delete(answered.header("Location")).status()).isEqualTo(204);
        assertThat(editor.get(comment).problem()).isEqualTo("unknown-comment");
    }

    @Test
    void it_outlives_the_words_and_says_so_and_no_visitor_reads_it() {
        String entry = town.anEntry("Markt");
        say(editor, entry, "{\"field\":\"title\",\"quote\":\"Markt\",\"words\":\"Geheimpje van de redactie\"}");
        say(editor, entry, "{\"field\":\"body\",\"words\":\"Mooi\"}");

        town.retitle(entry, "Kermis");
        long version = town.publish(entry);
        town.awaitLive(version);

        var told = comments(contributor, entry, "?pageSize=1");
        assertThat(told.json().at("/items/0/gone").asBoolean()).isTrue();
        var next = comments(
                contributor,
                entry,
                "?pageSize=1&cursor=" + told.json().at("/page/next").asString());
        assertThat(next.json().at("/items/0/words").asString()).isEqualTo("Mooi");
        assertThat(next.json().at("/items/0/gone").asBoolean()).isFalse();
        assertThat(town.visitor
                        .get(town.delivery + "/entries?minVersion=" + version)
                        .text())
                .contains("Kermis")
                .doesNotContain("Geheimpje");
        assertThat(town.visitor.get(town.delivery + "/entries/" + entry).text()).doesNotContain("Geheimpje");
        assertThat(town.visitor.get(town.delivery + "/changes?after=0").text()).doesNotContain("Geheimpje");
        assertThat(town.visitor.get("/nieuws/markt").text()).contains("Kermis").doesNotContain("Geheimpje");
    }

    @Test
    void those_who_may_not_read_the_draft_read_nothing_of_what_is_said_about_it() {
        String entry = town.anEntry("Markt");
        String comment = say(editor, entry, "{\"field\":\"title\",\"words\":\"Te kort\"}")
                .header("Location");
        Client stranger = new Town().publisher;

        assertThat(comments(reader, entry, "").problem()).isEqualTo("permission-missing");
        assertThat(say(reader, entry, "{\"field\":\"title\",\"words\":\"Ik ook\"}")
                        .status())
                .isEqualTo(403);
        assertThat(reader.get(comment).status()).isEqualTo(403);
        assertThat(stranger.get(comment).problem()).isEqualTo("unknown-site");
        assertThat(town.anyone.get(comment).status()).isIn(401, 404);
        assertThat(say(editor, entry, "{\"field\":\"ondertitel\",\"words\":\"Hè?\"}")
                        .problem())
                .isEqualTo("unknown-place");
        assertThat(say(editor, entry, "{\"field\":\"title\",\"quote\":\"Kermis\",\"words\":\"Hè?\"}")
                        .problem())
                .isEqualTo("words-not-there");
    }

    private Client colleague(String name, String role) {
        return town.anyone.withToken(Town.made(town.administrator.post(
                        "/manage/v1/agencies/" + town.id + "/members",
                        "{\"name\":\"" + name + "\",\"role\":\"" + role + "\"}"))
                .json()
                .path("secret")
                .asString());
    }

    private Client.Answer say(Client who, String entry, String comment) {
        return who.post(town.manage + "/entries/" + entry + "/translations/nl/comments", comment);
    }

    private Client.Answer comments(Client who, String entry, String query) {
        return who.get(town.manage + "/entries/" + entry + "/translations/nl/comments" + query);
    }

    private static Client.Answer resolve(Client who, String comment) {
        return who.send("PUT", comment + "/resolution", BodyPublishers.noBody(), List.of());
    }
}
