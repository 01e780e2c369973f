package nl.plein.api.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import nl.plein.api.server.Client;
import nl.plein.api.server.RunningServer;
import org.junit.jupiter.api.Test;

/** Somebody gets in, and then others do. */
class FirstAdministratorIT {

    private final Client anyone = Client.of(RunningServer.shared());
    private final Client administrator = anyone.withToken(RunningServer.ADMINISTRATOR);
    private final String agency = "gemeente-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void the_configured_token_founds_an_agency() {
        var made = administrator.post("/manage/v1/agencies", "{\"id\":\"" + agency + "\",\"name\":\"Gemeente\"}");

        assertThat(made.status()).isEqualTo(201);
        assertThat(administrator
                        .get(made.header("Location"))
                        .json()
                        .path("name")
                        .asString())
                .isEqualTo("Gemeente");
    }

    @Test
    void managing_without_a_token_is_refused_with_the_way_to_get_in() {
        var refused = anyone.get("/manage/v1/agencies");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(refused.problem()).isEqualTo("missing-token");
    }

    @Test
    void a_member_of_an_agency_sees_that_agency_only() {
        administrator.post("/manage/v1/agencies", "{\"id\":\"" + agency + "\",\"name\":\"Gemeente\"}");
        administrator.post("/manage/v1/agencies", "{\"id\":\"" + agency + "-2\",\"name\":\"Ander\"}");
        String secret = administrator
                .post("/manage/v1/agencies/" + agency + "/members", "{\"name\":\"Noor\",\"role\":\"publisher\"}")
                .json()
                .path("secret")
                .asString();
        Client member = anyone.withToken(secret);

        assertThat(member.get("/manage/v1/agencies").json().path("items")).hasSize(1);
        assertThat(member.get("/manage/v1/agencies/" + agency + "-2").problem()).isEqualTo("unknown-agency");
        assertThat(member.post("/manage/v1/agencies", "{\"id\":\"x\",\"name\":\"X\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_revoked_token_is_no_token() {
        String issued =
                administrator.post("/manage/v1/tokens", "{\"name\":\"Script\"}").text();
        var token =
                administrator.post("/manage/v1/tokens", "{\"name\":\"Script\"}").json();
        Client script = anyone.withToken(token.path("secret").asString());
        assertThat(issued).contains("secret");
        assertThat(script.get("/manage/v1/agencies").status()).isEqualTo(200);

        assertThat(script.delete("/manage/v1/tokens/" + token.path("id").asString())
                        .status())
                .isEqualTo(204);

        assertThat(script.get("/manage/v1/agencies").problem()).isEqualTo("invalid-token");
    }
}
