package nl.plein.api.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Before an editor publishes, takes away, moves or deletes a page, they see what it would mean for others. */
class ImpactIT {

    private final Town town = new Town();

    @Test
    void who_takes_a_page_away_sees_who_leads_to_it() {
        String market = town.anEntry("Markt");
        town.publish(market);
        String inside = linking(market, "Voor collega's", "agency");
        String open = linking(market, "Voor iedereen", "everyone");
        parts("{\"kind\":\"menu\",\"key\":\"main.nl\",\"value\":{\"items\":[{\"label\":\"Markt\",\"entry\":\"" + market
                + "\"}]}},{\"kind\":\"redirect\",\"key\":\"/markt\",\"value\":{\"entry\":\"" + market + "\"}}");

        JsonNode impact = impact(market, "unpublish");

        assertThat(impact.path("refused").isMissingNode()).isTrue();
        JsonNode address = impact.at("/addresses/0");
        assertThat(address.path("from").asString()).isEqualTo("/nieuws/markt");
        assertThat(address.has("to")).isFalse();
        assertThat(address.path("leaves").asString()).isEqualTo("tombstone");
        assertThat(address.path("declinable").asBoolean()).isFalse();
        assertThat(ids(impact.at("/linkedFrom/items"))).containsExactlyInAnyOrder(inside, open);
        assertThat(ids(impact.at("/draftsLinking/items"))).containsExactlyInAnyOrder(inside, open);
        assertThat(impact.at("/draftsLinking/items/0/place").asString()).isEqualTo("/about");
        assertThat(impact.at("/menus/0").asString()).isEqualTo("main.nl");
        assertThat(impact.at("/redirects/0").asString()).isEqualTo("/markt");
        assertThat(impact.at("/lists/0/type").asString()).isEqualTo("news");
        assertThat(impact.at("/lists/0/entries").asInt()).isEqualTo(3);
        assertThat(impact.at("/translations/0/published").asBoolean()).isTrue();
        assertThat(path("/nieuws/markt").status()).as("nothing has changed yet").isEqualTo(200);
        assertThat(impact(market, "withdraw").path("addresses")).isEqualTo(impact.path("addresses"));
        assertThat(impact(open, "unpublish").at("/named/items/0/path").asString())
                .isEqualTo("/nieuws/markt");
    }

    @Test
    void what_the_one_who_asks_may_not_see_is_counted_and_not_named() {
        String market = town.anEntry("Markt");
        town.publish(market);
        parts(
                "{\"kind\":\"group\",\"key\":\"bouw\",\"value\":{\"slug\":\"bouwteam\",\"title\":{\"nl\":\"Bouwteam\",\"en\":\"Building team\"}}}");
        linking(market, "Alleen voor de bouw", "group:bouw");

        var answer = ask(market, "unpublish");

        assertThat(answer.json().at("/linkedFrom/total").asInt()).isEqualTo(1);
        assertThat(answer.json().at("/linkedFrom/hidden").asInt()).isEqualTo(1);
        assertThat(answer.json().at("/linkedFrom/items").isEmpty()).isTrue();
        assertThat(answer.json().at("/draftsLinking/hidden").asInt()).isEqualTo(1);
        assertThat(answer.text()).doesNotContain("Alleen voor de bouw");
    }

    @Test
    void a_redirect_is_shown_before_it_is_made() {
        String market = town.anEntry("Markt");
        town.publish(market);

        JsonNode move = impact(market, "move&locale=nl&slug=weekmarkt");

        assertThat(move.at("/moving/0/to").asString()).isEqualTo("/nieuws/weekmarkt");
        assertThat(move.at("/moving/0/published").asBoolean()).isTrue();
        assertThat(move.at("/addresses/0/leaves").asString()).isEqualTo("redirect");
        assertThat(draftPath(market)).isEqualTo("/nieuws/markt");

        moveTo(market, "weekmarkt");
        JsonNode publish = impact(market, "publish");
        assertThat(publish.at("/addresses/0/from").asString()).isEqualTo("/nieuws/markt");
        assertThat(publish.at("/addresses/0/to").asString()).isEqualTo("/nieuws/weekmarkt");
        assertThat(publish.at("/addresses/0/declinable").asBoolean()).isTrue();
        town.publish(market);
        assertThat(path("/nieuws/markt").status()).isEqualTo(308);
    }

    @Test
    void a_redirect_can_be_declined() {
        String market = town.anEntry("Markt");
        town.publish(market);
        moveTo(market, "weekmarkt");

        var published = town.publisher
                .with("If-Match", "*")
                .post(
                        town.manage + "/publications",
                        "{\"items\":[{\"entry\":\"" + market + "\",\"locale\":\"nl\",\"redirect\":false}]}");

        assertThat(published.status()).as(published.text()).isEqualTo(200);
        assertThat(path("/nieuws/markt").status()).isEqualTo(410);
        assertThat(path("/nieuws/weekmarkt").status()).isEqualTo(200);
    }

    @Test
    void a_page_that_takes_an_address_back_makes_its_redirect_give_way() {
        String market = town.anEntry("Markt");
        town.publish(market);
        moveTo(market, "weekmarkt");
        town.publish(market);
        String other = town.anEntry("Markt");

        JsonNode impact = impact(other, "publish");

        assertThat(impact.at("/addresses/0/to").asString()).isEqualTo("/nieuws/markt");
        assertThat(impact.at("/givingWay/0").asString()).isEqualTo("/nieuws/markt");
    }

    @Test
    void what_would_be_refused_says_so_before() {
        String market = town.anEntry("Markt");
        assertThat(impact(market, "unpublish").at("/refused/code").asString()).isEqualTo("not-published");
        assertThat(impact(market, "delete").has("refused")).isFalse();

        town.publish(market);
        assertThat(impact(market, "delete").at("/refused/code").asString()).isEqualTo("still-published");

        String other = town.anEntry("Plein");
        assertThat(impact(other, "move&locale=nl&path=/nieuws/markt")
                        .at("/refused/code")
                        .asString())
                .isEqualTo("path-taken");
        town.retitle(other, "");
        JsonNode publish = impact(other, "publish");
        assertThat(publish.at("/refused/code").asString()).isEqualTo("not-publishable");
        assertThat(publish.at("/refused/errors/0/pointer").asString()).isEqualTo("/0/fields/title");
        assertThat(publish.at("/addresses/0/to").asString()).isEqualTo("/nieuws/plein");
        assertThat(ask(other, "explode").status()).isEqualTo(400);
    }

    private String linking(String target, String title, String audience) {
        String entry = Town.made(town.publisher.post(
                        town.manage + "/entries",
                        "{\"type\":\"news\",\"locale\":\"nl\",\"audience\":\"" + audience
                                + "\",\"fields\":{\"title\":\"" + title + "\",\"about\":{\"entry\":\"" + target
                                + "\"}}}"))
                .json()
                .path("entry")
                .asString();
        town.publish(entry);
        return entry;
    }

    private void parts(String changes) {
        var answer = town.administrator
                .with("If-Match", "*")
                .post(town.manage + "/part-changes", "{\"changes\":[" + changes + "]}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private void moveTo(String entry, String slug) {
        var answer = town.publisher
                .with("If-Match", "*")
                .put(town.manage + "/entries/" + entry + "/place", "{\"slugs\":{\"nl\":\"" + slug + "\"}}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private nl.plein.api.server.Client.Answer path(String path) {
        return town.anyone.get(town.delivery + "/paths?path=" + path);
    }

    private String draftPath(String entry) {
        return town.publisher
                .get(town.manage + "/entries/" + entry)
                .json()
                .at("/translations/0/path")
                .asString();
    }

    private JsonNode impact(String entry, String act) {
        var answer = ask(entry, act);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private nl.plein.api.server.Client.Answer ask(String entry, String act) {
        return town.publisher.get(town.manage + "/entries/" + entry + "/impact?act=" + act);
    }

    private static List<String> ids(JsonNode items) {
        List<String> ids = new ArrayList<>();
        items.forEach(item -> ids.add(item.path("entry").asString()));
        return ids;
    }
}
