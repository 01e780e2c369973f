package nl.plein.api.stories;

import static org.assertj.core.api.Assertions.assertThat;

import nl.plein.api.server.Client;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A translator sees which translations lag behind, since when and in what, and says when they are up to date. */
class TranslationsIT {

    private final Town town = new Town();

    @Test
    void a_translation_that_lags_behind_is_listed_until_its_translator_says_that_it_does_not() {
        String entry = town.anEntry("Markt");
        String translations = town.manage + "/entries/" + entry + "/translations";
        Town.made(town.publisher.post(
                translations, "{\"locale\":\"en\",\"fields\":{\"title\":\"Market\",\"body\":\"<p>Text</p>\"}}"));
        assertThat(stale().size()).isZero();

        town.retitle(entry, "Markt op zaterdag");

        JsonNode source = town.publisher.get(translations + "/en/source").json();
        assertThat(source.path("locale").asString()).isEqualTo("nl");
        assertThat(source.has("staleSince")).isTrue();
        assertThat(source.path("changes").path(0).path("marked").asString()).contains("<ins>");
        assertThat(stale().path(0).path("entry").asString()).isEqualTo(entry);
        assertThat(stale().path(0).path("title").asString()).isEqualTo("Markt op zaterdag");

        Client.Answer saved = town.publisher.put(
                translations + "/en/draft",
                "{\"basedOn\":\""
                        + town.publisher
                                .get(translations + "/en/draft")
                                .json()
                                .path("revision")
                                .asString()
                        + "\",\"fields\":{\"title\":\"Market on Saturday\",\"body\":\"<p>Text</p>\"},"
                        + "\"follows\":{\"locale\":\"nl\",\"revision\":\""
                        + source.path("newest").asString() + "\"}}");

        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
        assertThat(stale().size()).isZero();
        town.retitle(entry, "Markt op zondag");
        assertThat(stale().size()).isEqualTo(1);

        Client.Answer confirmed = town.publisher.put(
                translations + "/en/source",
                "{\"locale\":\"nl\",\"revision\":\""
                        + town.publisher
                                .get(translations + "/nl/draft")
                                .json()
                                .path("revision")
                                .asString()
                        + "\"}");

        assertThat(confirmed.status()).as(confirmed.text()).isEqualTo(200);
        assertThat(confirmed.json().has("staleSince")).isFalse();
        assertThat(confirmed.json().path("followedBy").asString()).isNotEmpty();
        assertThat(stale().size()).isZero();
    }

    @Test
    void what_follows_nothing_says_so() {
        String entry = town.anEntry("Markt");
        String nl = town.manage + "/entries/" + entry + "/translations/nl";

        assertThat(town.publisher.get(nl + "/source").problem()).isEqualTo("no-source");
        assertThat(town.publisher
                        .put(
                                nl + "/source",
                                "{\"locale\":\"nl\",\"revision\":\""
                                        + town.publisher
                                                .get(nl + "/draft")
                                                .json()
                                                .path("revision")
                                                .asString()
                                        + "\"}")
                        .problem())
                .isEqualTo("own-source");
    }

    private JsonNode stale() {
        return town.publisher
                .get(town.manage + "/stale-translations?locale=en")
                .json()
                .path("items");
    }
}
