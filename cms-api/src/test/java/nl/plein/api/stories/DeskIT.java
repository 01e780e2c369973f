package nl.plein.api.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.plein.api.server.Client;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Pages past their day of review come to somebody's desk, whoever leaves. */
class DeskIT {

    private final Town town = new Town();
    private final String members = "/manage/v1/agencies/" + town.id + "/members";

    @Test
    void a_page_comes_to_its_owner_and_after_they_left_to_whoever_may_publish() {
        JsonNode noor = Town.made(town.administrator.post(members, "{\"name\":\"Noor\",\"role\":\"contributor\"}"))
                .json();
        Client owner = town.anyone.withToken(noor.path("secret").asString());
        String person = noor.path("person").asString();
        String entry = town.anEntry("Zwembad");
        String upkeep = town.manage + "/entries/" + entry + "/upkeep";

        String none = town.publisher.get(upkeep).header("ETag");
        Client.Answer given = town.publisher
                .with("If-Match", none)
                .put(upkeep, "{\"owner\":\"" + person + "\",\"reviewOn\":\"2026-01-15\"}");
        assertThat(given.status()).as(given.text()).isEqualTo(200);
        assertThat(given.json().path("owner").path("name").asString()).isEqualTo("Noor");
        assertThat(town.publisher.with("If-Match", none).put(upkeep, "{}").status())
                .isEqualTo(412);

        JsonNode line = items(owner).get(0);
        assertThat(line.path("entry").asString()).isEqualTo(entry);
        assertThat(line.path("path").asString()).isEqualTo("/nieuws/zwembad");
        assertThat(line.path("why").asString()).isEqualTo("yours");
        assertThat(items(town.publisher)).isEmpty();

        town.administrator.put(members + "/" + person + "/state", "{\"state\":\"blocked\"}");
        line = items(town.publisher).get(0);
        assertThat(line.path("why").asString()).isEqualTo("owner-left");
        assertThat(line.path("owner").path("name").asString()).isEqualTo("Noor");

        Client.Answer later = town.publisher
                .with("If-Match", given.header("ETag"))
                .put(upkeep, "{\"owner\":\"" + person + "\",\"reviewOn\":\"2099-01-15\"}");
        assertThat(later.status()).as("an owner who has left may stay").isEqualTo(200);
        assertThat(items(town.publisher)).isEmpty();
    }

    @Test
    void whoever_reads_only_has_no_desk_and_looks_after_nothing() {
        JsonNode reader = Town.made(town.administrator.post(members, "{\"name\":\"Kees\",\"role\":\"reader\"}"))
                .json();
        String upkeep = town.manage + "/entries/" + town.anEntry("Markt") + "/upkeep";
        Client kees = town.anyone.withToken(reader.path("secret").asString());

        assertThat(kees.get(town.manage + "/desk").status()).isEqualTo(403);
        for (String owner : List.of(reader.path("person").asString(), "0198c0de-0000-7000-8000-000000000000")) {
            Client.Answer refused = town.publisher.with("If-Match", "*").put(upkeep, "{\"owner\":\"" + owner + "\"}");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.problem()).isEqualTo("unknown-owner");
        }
        for (String day : List.of("soon", "2026-02-30", "+12345-01-01", "0000-01-01")) {
            assertThat(town.publisher
                            .with("If-Match", "*")
                            .put(upkeep, "{\"reviewOn\":\"" + day + "\"}")
                            .status())
                    .as(day)
                    .isIn(400, 422);
        }
        assertThat(town.publisher.get(upkeep).json()).isEmpty();
    }

    private List<JsonNode> items(Client client) {
        return List.copyOf(
                client.get(town.manage + "/desk").json().path("items").values());
    }
}
