package nl.plein.api.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import nl.plein.api.server.Client.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What an archive holds is proposed, adjusted, kept, and imported so. */
class ImportMappingIT {

    private static final byte[] ARCHIVE = new CraftedZip()
            .with(
                    CraftedZip.stored(
                            "news/2026-03-03-market.md",
                            "---\ntitle: The market\ndeck: It is back.\nweight: 12\ninternal: secret\n---\nText."),
                    CraftedZip.stored("about.md", "---\ntitle: About\n---\nAbout us."))
            .bytes();

    private final Town town = new Town();
    private final String mappings = town.manage + "/import-mappings";

    @Test
    void a_proposal_is_adjusted_kept_and_used() {
        ObjectNode proposal = (ObjectNode) ended("?dryRun=true").path("report").path("mapping");
        ObjectNode news = (ObjectNode) proposal.path("kinds").path("news");
        assertThat(news.path("files").asInt()).isEqualTo(1);
        news.put("type", "bericht").put("pathPattern", "/berichten/{yyyy}/{slug}");
        ObjectNode fields = (ObjectNode) news.path("fields");
        ((ObjectNode) fields.path("deck")).put("field", "lead").put("kind", "longText");
        ((ObjectNode) fields.path("weight")).put("field", "gewicht").put("kind", "number");

        Answer kept = town.administrator.put(mappings + "/stad", proposal.toString());
        assertThat(kept.status()).as(kept.text()).isEqualTo(200);
        JsonNode report = ended("?mapping=stad").path("report");

        assertThat(report.path("created").asInt()).as(report.toString()).isEqualTo(2);
        assertThat(report.path("notes").toString()).contains("leaves out \\\"internal\\\"");
        JsonNode page = town.anyone
                .get(town.delivery + "/paths?path=/berichten/2026/market")
                .json();
        assertThat(page.path("type").asString()).isEqualTo("bericht");
        assertThat(page.path("fields").path("lead").asString()).isEqualTo("It is back.");
        assertThat(page.path("fields").path("gewicht").asInt()).isEqualTo(12);
        assertThat(page.toString()).doesNotContain("secret");
        assertThat(town.anyone
                        .get(town.delivery + "/paths?path=/2026/03/03/market")
                        .status())
                .isEqualTo(308);
        JsonNode again = ended("?mapping=stad").path("report");
        assertThat(again.path("unchanged").asInt()).as(again.toString()).isEqualTo(2);
    }

    @Test
    void a_mapping_is_changed_and_removed_by_those_who_have_seen_it() {
        String body = "{\"kinds\":{\"news\":{\"type\":\"news\"}}}";
        String other = "{\"kinds\":{\"news\":{\"type\":\"bericht\"}}}";
        Answer made = town.administrator.put(mappings + "/stad", body);
        assertThat(made.status()).as(made.text()).isEqualTo(200);

        assertThat(town.administrator.put(mappings + "/stad", other).status()).isEqualTo(428);
        assertThat(town.administrator
                        .with("If-Match", "\"another\"")
                        .put(mappings + "/stad", other)
                        .status())
                .isEqualTo(412);
        Answer changed =
                town.administrator.with("If-Match", made.header("ETag")).put(mappings + "/stad", other);
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        Answer read = town.administrator.get(mappings + "/stad");
        assertThat(read.header("ETag")).isEqualTo(changed.header("ETag"));
        assertThat(read.json().path("kinds").path("news").path("type").asString())
                .isEqualTo("bericht");
        assertThat(town.administrator
                        .get(mappings)
                        .json()
                        .path("items")
                        .path(0)
                        .path("name")
                        .asString())
                .isEqualTo("stad");
        assertThat(town.administrator.delete(mappings + "/stad").status()).isEqualTo(428);
        assertThat(town.administrator
                        .with("If-Match", read.header("ETag"))
                        .delete(mappings + "/stad")
                        .status())
                .isEqualTo(204);
        assertThat(town.administrator.get(mappings + "/stad").status()).isEqualTo(404);
    }

    @Test
    void nonsense_is_refused_where_it_stands() {
        Answer refused = town.administrator.put(
                mappings + "/stad",
                "{\"kinds\":{\"news\":{\"type\":\"news\",\"fields\":{\"x\":{\"field\":\"title\",\"kind\":\"number\"}}}}}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("invalid-mapping");
        assertThat(refused.json().path("errors").toString()).contains("/kinds/news/fields/x/field", "other-kind");
        Answer unknown = town.administrator.post(town.manage + "/imports?mapping=no-such", "application/zip", ARCHIVE);
        assertThat(unknown.status()).as(unknown.text()).isEqualTo(400);
        assertThat(unknown.problem()).isEqualTo("unknown-mapping");
    }

    private JsonNode ended(String query) {
        Answer started = town.administrator.post(town.manage + "/imports" + query, "application/zip", ARCHIVE);
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        String job = town.manage + "/jobs/" + started.json().path("id").asString();
        JsonNode ended = Town.await(() -> town.administrator.get(job), answer -> !Set.of("waiting", "running")
                        .contains(answer.json().path("state").asString()))
                .json();
        assertThat(ended.path("state").asString()).as(ended.toString()).isEqualTo("done");
        return ended;
    }
}
