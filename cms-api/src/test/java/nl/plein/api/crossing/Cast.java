package nl.plein.api.crossing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.plein.api.server.Client;
import nl.plein.api.server.RunningServer;
import tools.jackson.databind.JsonNode;

/** One person for each {@link Actor}, around the open site of an aviary; none of them is among its names. */
final class Cast {

    private final Map<Actor, String> tokens = new EnumMap<>(Actor.class);
    private final Client platform = Client.of(RunningServer.shared()).withToken(RunningServer.ADMINISTRATOR);

    Cast(Aviary home) {
        for (Actor actor : Actor.values()) {
            if (!actor.roleOnSite().isEmpty()) {
                tokens.put(actor, reader(home, home.open, actor.roleOnSite()));
            }
        }
        tokens.put(Actor.ADMINISTRATOR_OF_ANOTHER_SITE, reader(home, home.intranet, "administrator"));
        String elsewhere = "elders-" + UUID.randomUUID().toString().substring(0, 8);
        made("/manage/v1/agencies", "{\"id\":\"" + elsewhere + "\",\"name\":\"Elders\"}");
        tokens.put(
                Actor.ADMINISTRATOR_OF_ANOTHER_AGENCY,
                member(elsewhere, "administrator").path("secret").asString());
        tokens.put(Actor.ADMINISTRATOR_OF_AGENCY, Objects.requireNonNull(home.tokens.get("administrator")));
        tokens.put(Actor.ADMINISTRATOR_OF_PLATFORM, RunningServer.ADMINISTRATOR);
    }

    /** Empty for nobody. */
    String tokenOf(Actor actor) {
        return tokens.getOrDefault(actor, "");
    }

    private String reader(Aviary home, String site, String role) {
        JsonNode member = member(home.agency, "reader");
        made(
                "/manage/v1/sites/" + site + "/roles",
                "{\"person\":\"" + member.path("person").asString() + "\",\"role\":\"" + role + "\"}");
        return member.path("secret").asString();
    }

    private JsonNode member(String agency, String role) {
        return made("/manage/v1/agencies/" + agency + "/members", "{\"name\":\"Speler\",\"role\":\"" + role + "\"}");
    }

    private JsonNode made(String path, String body) {
        Client.Answer answer = platform.post(path, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }
}
