package nl.plein.api.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import nl.plein.api.server.Client;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The ready workflows, each as people live through it, with what they are told when something is not to be. */
class WorkflowIT {

    private final Town town = new Town();
    private final Client contributor = colleague("Karim", "contributor");
    private final Client editor = colleague("Roos", "editor");

    @Test
    void directly_whoever_may_publish_publishes_and_others_are_told_whom_to_ask() {
        String entry = town.anEntry("Markt");

        JsonNode told = workflow(contributor, entry);

        assertThat(told.path("workflow").asString()).isEqualTo("direct");
        assertThat(told.at("/transitions/0/open").asBoolean()).isFalse();
        assertThat(told.at("/transitions/0/findings/0/code").asString()).isEqualTo("role-missing");
        assertThat(told.at("/transitions/0/people/0/name").asString()).isEqualTo("Noor");
        assertThat(publish(contributor, entry).status()).isEqualTo(403);
        assertThat(workflow(town.publisher, entry).at("/transitions/0/open").asBoolean())
                .isTrue();
        assertThat(town.publish(entry)).isEqualTo(2);
    }

    @Test
    void with_review_a_text_is_submitted_returned_approved_and_published() {
        choose("review", "direct");
        String entry = town.anEntry("Markt");

        var tooEarly = publish(town.publisher, entry);
        assertThat(tooEarly.status()).isEqualTo(409);
        assertThat(tooEarly.problem()).isEqualTo("not-approved");
        assertThat(tooEarly.json().path("detail").asString())
                .isEqualTo("This is not approved yet: it is at “Draft”. What can be done now: Submit for review.");

        assertThat(step(contributor, entry, "submit").status()).isEqualTo(200);
        var own = step(contributor, entry, "approve");
        assertThat(own.status()).isEqualTo(403);
        assertThat(own.problem()).isEqualTo("role-missing");
        var returned = town.publisher
                .with("If-Match", "*")
                .post(translation(entry) + "/transitions", "{\"transition\":\"return\",\"words\":\"Noem de datum\"}");
        assertThat(returned.json().path("state").asString()).isEqualTo("draft");
        assertThat(returned.json().at("/steps/0/words").asString()).isEqualTo("Noem de datum");
        assertThat(step(editor, entry, "approve").problem()).isEqualTo("wrong-state");

        town.retitle(entry, "Markt op 3 mei");
        step(contributor, entry, "submit");
        assertThat(step(editor, entry, "approve").json().path("state").asString())
                .isEqualTo("approved");
        assertThat(publish(editor, entry).status()).isEqualTo(403);
        assertThat(town.publish(entry)).isEqualTo(2);
    }

    @Test
    void under_four_eyes_nobody_approves_their_own_words() {
        choose("four-eyes", "direct");
        String entry = town.anEntry("Subsidie");
        step(town.publisher, entry, "submit");

        var own = step(town.publisher, entry, "approve");

        assertThat(own.status()).isEqualTo(409);
        assertThat(own.problem()).isEqualTo("own-words");
        JsonNode approve = way(workflow(town.publisher, entry), "approve");
        assertThat(approve.at("/findings/0/message/nl").asString())
                .isEqualTo(
                        "U schreef mee aan deze tekst: vraag een collega die er niet aan schreef om die goed te keuren.");
        assertThat(approve.path("people").findValuesAsString("name")).containsExactly("Roos");
        assertThat(publish(town.publisher, entry).problem()).isEqualTo("not-approved");
        step(editor, entry, "approve");
        assertThat(town.publish(entry)).isEqualTo(2);
    }

    @Test
    void an_approved_text_that_is_edited_is_published_by_no_door() {
        String live = town.anEntry("Nooit beoordeeld");
        town.publish(live);
        choose("review", "direct");
        String entry = town.anEntry("Zoals goedgekeurd");
        step(contributor, entry, "submit");
        step(editor, entry, "approve");
        town.retitle(entry, "Na goedkeuring veranderd");
        step(contributor, live, "submit");
        town.retitle(live, "Wel beoordeeld");
        step(editor, live, "approve");
        long version = town.publish(live);

        var alone = publish(town.publisher, entry);
        assertThat(alone.problem()).isEqualTo("approval-lapsed");
        assertThat(alone.json().path("detail").asString()).contains("has changed since Roos approved it");
        assertThat(alone.json().at("/errors/0/location").asString()).startsWith("/0");
        var together = town.publisher
                .with("If-Match", "*")
                .post(
                        town.manage + "/publications",
                        "{\"items\":[{\"entry\":\"" + live + "\",\"locale\":\"nl\"},{\"entry\":\"" + entry
                                + "\",\"locale\":\"nl\"}]}");
        assertThat(together.problem()).isEqualTo("approval-lapsed");
        assertThat(town.publisher
                        .with("If-Match", "*")
                        .send("POST", translation(live) + "/put-backs", BodyPublishers.noBody(), List.of())
                        .problem())
                .isEqualTo("approval-lapsed");
        assertThat(workflow(editor, entry).at("/lapsed/to").asString()).isEqualTo("approved");
        assertThat(workflow(editor, entry).path("state").asString()).isEqualTo("draft");
        assertThat(town.visitor
                        .get(town.delivery + "/entries?type=news&minVersion=" + version)
                        .text())
                .contains("Wel beoordeeld")
                .doesNotContain("Na goedkeuring veranderd");
    }

    @Test
    void an_import_into_a_type_with_review_leaves_drafts_and_says_so() {
        choose("review", "direct");
        town.administrator.put(
                town.manage + "/import-mappings/stad",
                "{\"kinds\":{\"news\":{\"type\":\"news\",\"body\":\"body\",\"fields\":{\"title\":{\"field\":\"title\",\"kind\":\"text\"}}}}}");
        byte[] archive = new CraftedZip()
                .with(CraftedZip.stored("news/markt.md", "---\ntitle: Ingevoerd\n---\nOp zaterdag."))
                .bytes();

        var started = town.administrator.post(town.manage + "/imports?mapping=stad", "application/zip", archive);

        assertThat(started.status()).as(started.text()).isEqualTo(202);
        String job = town.manage + "/jobs/" + started.json().path("id").asString();
        var ended = Town.await(
                () -> town.administrator.get(job), answer -> answer.json().has("endedAt"));
        assertThat(ended.json().path("state").asString()).as(ended.text()).isEqualTo("done");
        assertThat(ended.json().at("/report/created").asInt()).as(ended.text()).isEqualTo(1);
        assertThat(ended.json().at("/report/notes").toString()).contains("stays a draft: This is not approved yet");
    }

    @Test
    void what_the_gates_find_is_told_before_anybody_asks_for_a_publication() {
        choose("review", "direct");
        String entry = Town.made(
                        town.publisher.post(
                                town.manage + "/entries",
                                """
                {"type":"news","locale":"nl","slug":"subsidie","fields":{"body":"<h2>Aanvragen</h2><h4>Kosten</h4>\
                <p><a href=\\"https://stad.example/x\\">Klik hier</a> of mail k.jansen@stad.example.</p>"}}"""))
                .json()
                .path("entry")
                .asString();

        var checks = contributor.get(translation(entry) + "/checks");

        assertThat(checks.status()).as(checks.text()).isEqualTo(200);
        assertThat(checks.json().path("items").findValuesAsString("code"))
                .containsExactly("required", "heading-order", "link-text", "mail-address");
        assertThat(checks.json().at("/items/0/message/nl").asString())
                .isEqualTo("Vul in wat hier verplicht is (title).");
        assertThat(step(contributor, entry, "submit").problem()).isEqualTo("required");
        assertThat(way(workflow(contributor, entry), "submit").path("findings").findValuesAsString("severity"))
                .containsExactly("error", "warning", "warning", "warning");

        var mended = contributor.put(
                translation(entry) + "/draft",
                "{\"basedOn\":\"" + checks.json().path("revision").asString()
                        + "\",\"fields\":{\"title\":\"Subsidie\",\"body\":\"<p>Vraag haar hier aan.</p>\"}}");
        assertThat(mended.status()).as(mended.text()).isEqualTo(200);
        assertThat(step(contributor, entry, "submit").status()).isEqualTo(200);
    }

    @Test
    void a_choice_names_the_workflow_that_held() {
        String choice = town.manage + "/workflow-choices/news";
        String review = "{\"workflow\":\"review\"}";

        assertThat(town.administrator.put(choice, review).status()).isEqualTo(428);
        assertThat(town.administrator
                        .with("If-Match", "\"review\"")
                        .put(choice, review)
                        .status())
                .isEqualTo(412);
        assertThat(town.publisher.with("If-Match", "*").put(choice, review).problem())
                .isEqualTo("permission-missing");
        choose("review", "direct");
        assertThat(town.publisher
                        .get(town.manage + "/workflow-choices")
                        .json()
                        .at("/items/0/workflow")
                        .asString())
                .isEqualTo("review");
        assertThat(town.publisher
                        .get(town.manage + "/workflows")
                        .json()
                        .path("items")
                        .findValuesAsString("workflow"))
                .containsExactly("direct", "review", "four-eyes");
    }

    @Test
    void an_agency_makes_a_workflow_of_its_own_and_sees_what_a_change_means() {
        String workflows = "/manage/v1/agencies/" + town.id + "/workflows";
        String legal =
                """
                {"key":"legal","name":{"nl":"Langs juridische zaken","en":"Past legal"},
                 "states":[{"key":"draft","name":{"nl":"Concept","en":"Draft"}},
                           {"key":"cleared","name":{"nl":"Akkoord","en":"Cleared"},"coversText":true}],
                 "transitions":[
                   {"key":"clear","name":{"nl":"Akkoord","en":"Clear"},"from":["draft"],"to":"cleared","roles":["publisher"]},
                   {"key":"publish","name":{"nl":"P","en":"P"},"from":["cleared"],"to":"cleared","publishes":true,
                    "roles":["publisher"],"gates":[{"gate":"schema","severity":"error"}]}]}""";

        var wrong = town.administrator.post(workflows, legal.replace("\"from\":[\"draft\"]", "\"from\":[\"cleared\"]"));
        assertThat(wrong.problem()).as(wrong.text()).isEqualTo("invalid-workflow");
        assertThat(wrong.json().path("errors").findValuesAsString("code")).containsExactly("dead-end", "unreachable");
        assertThat(town.publisher.post(workflows, legal).status()).isIn(403, 404);
        var made = Town.made(town.administrator.post(workflows, legal));
        assertThat(made.header("ETag")).isEqualTo("\"1\"");

        choose("legal", "direct");
        String entry = town.anEntry("Verordening");
        assertThat(step(town.publisher, entry, "clear").status()).isEqualTo(200);
        String other = legal.replace("cleared", "signed");
        var impact = town.administrator.post(workflows + "/legal/impacts", other);
        assertThat(impact.status()).as(impact.text()).isEqualTo(200);
        assertThat(impact.json().path("needed").asBoolean()).isTrue();
        assertThat(impact.json().path("follows").get(0).path("type").asString()).isEqualTo("news");
        assertThat(impact.json().path("states").findValuesAsString("fate")).containsExactly("other-ways", "vanishes");

        Client seen = town.administrator.with("If-Match", made.header("ETag"));
        assertThat(seen.put(workflows + "/legal", other).problem()).isEqualTo("impact-unseen");
        var changed = seen.put(
                workflows + "/legal?impact=" + impact.json().path("fingerprint").asString(), other);
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(workflow(town.publisher, entry).path("state").asString()).isEqualTo("draft");
        assertThat(town.administrator
                        .get(workflows + "/legal/versions")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(2);

        Client any = town.administrator.with("If-Match", "*");
        assertThat(any.delete(workflows + "/legal").problem()).isEqualTo("workflow-in-use");
        choose("direct", "legal");
        assertThat(any.delete(workflows + "/legal").status()).isEqualTo(204);
    }

    private void choose(String workflow, String before) {
        String tag = before.equals("*") ? "*" : "\"" + before + "\"";
        var chosen = town.administrator
                .with("If-Match", tag)
                .put(town.manage + "/workflow-choices/news", "{\"workflow\":\"" + workflow + "\"}");
        assertThat(chosen.status()).as(chosen.text()).isEqualTo(200);
    }

    private Client colleague(String name, String role) {
        return town.anyone.withToken(Town.made(town.administrator.post(
                        "/manage/v1/agencies/" + town.id + "/members",
                        "{\"name\":\"" + name + "\",\"role\":\"" + role + "\"}"))
                .json()
                .path("secret")
                .asString());
    }

    private String translation(String entry) {
        return town.manage + "/entries/" + entry + "/translations/nl";
    }

    private JsonNode workflow(Client who, String entry) {
        var answer = who.get(translation(entry) + "/workflow");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private Client.Answer step(Client who, String entry, String transition) {
        return who.with("If-Match", "*")
                .post(translation(entry) + "/transitions", "{\"transition\":\"" + transition + "\"}");
    }

    private Client.Answer publish(Client who, String entry) {
        return who.with("If-Match", "*")
                .post(town.manage + "/publications", "{\"items\":[{\"entry\":\"" + entry + "\",\"locale\":\"nl\"}]}");
    }

    private static JsonNode way(JsonNode workflow, String transition) {
        for (JsonNode way : workflow.path("transitions")) {
            if (way.path("transition").asString().equals(transition)) {
                return way;
            }
        }
        throw new AssertionError("no transition " + transition);
    }
}
