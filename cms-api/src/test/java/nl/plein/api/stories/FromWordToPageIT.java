package nl.plein.api.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** From a written word to a visitor's page, and back. */
class FromWordToPageIT {

    private final Town town = new Town();

    @Test
    void what_is_published_is_read_by_path_by_id_in_lists_and_as_a_page() {
        String entry = town.anEntry("Markt op het plein");
        assertThat(town.anyone.get(town.delivery + "/entries/" + entry).problem())
                .isEqualTo("unknown-entry");

        long version = town.publish(entry);

        var byPath = town.anyone.get(town.delivery + "/paths?path=/nieuws/markt-op-het-plein");
        assertThat(byPath.status()).as(byPath.text()).isEqualTo(200);
        assertThat(byPath.json().path("title").asString()).isEqualTo("Markt op het plein");
        assertThat(byPath.header("Site-Version")).isEqualTo(String.valueOf(version));
        assertThat(town.anyone.get(town.delivery + "/entries/" + entry).status())
                .isEqualTo(200);
        var list = town.anyone.get(town.delivery + "/entries?type=news&count=true&minVersion=" + version);
        assertThat(list.json().path("total").asLong()).isEqualTo(1);
        town.awaitLive(version);
        var page = town.visitor.get("/nieuws/markt-op-het-plein");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("Markt op het plein");
    }

    @Test
    void an_answer_that_is_known_is_not_sent_again() {
        long version = town.publish(town.anEntry("Eén"));
        var first = town.anyone.get(town.delivery);

        var again = town.anyone.with("If-None-Match", first.header("ETag")).get(town.delivery);

        assertThat(again.status()).isEqualTo(304);
        town.awaitLive(version);
        var page = town.visitor.get("/");
        assertThat(town.visitor
                        .with("If-None-Match", page.header("ETag"))
                        .get("/")
                        .status())
                .isEqualTo(304);
    }

    @Test
    void a_receipt_tells_exactly_which_addresses_are_others() {
        String entry = town.anEntry("Kermis");
        town.awaitLive(town.publish(town.anEntry("Buurman")));
        town.awaitLive(town.publish(entry));
        Map<String, String> before = everything();
        town.retitle(entry, "Kermis in de wijk");

        long version = town.publish(entry);
        town.awaitLive(version);

        Map<String, String> after = everything();
        Set<String> differ = new TreeSet<>(before.keySet());
        differ.addAll(after.keySet());
        differ.removeIf(url -> Objects.equals(before.get(url), after.get(url)));
        var rendered = town.publisher
                .get(town.manage + "/receipts/" + version)
                .json()
                .path("receipt")
                .path("rendered");
        Set<String> told = new TreeSet<>();
        for (String what : List.of("made", "changed", "removed")) {
            rendered.path("trees").path("everyone").path(what).path("urls").forEach(url -> told.add(url.asString()));
        }
        assertThat(told).isEqualTo(differ).contains("/nieuws/kermis", "/nieuws");
        assertThat(rendered.path("secondsToLive").asDouble()).isBetween(0.0, 60.0);
    }

    /** All that visitors can have now, by address: what the receipts say was made, as it is served. */
    private Map<String, String> everything() {
        Map<String, String> served = new TreeMap<>();
        for (var receipt : town.publisher
                .get(town.manage + "/receipts?pageSize=100")
                .json()
                .path("items")) {
            town.publisher
                    .get(town.manage + "/receipts/" + receipt.path("version").asLong())
                    .json()
                    .path("receipt")
                    .path("rendered")
                    .path("trees")
                    .path("everyone")
                    .path("made")
                    .path("urls")
                    .forEach(url -> {
                        var answer = town.visitor.get(url.asString());
                        if (answer.status() == 200) {
                            served.put(url.asString(), answer.text());
                        }
                    });
        }
        return served;
    }

    @Test
    void a_withdrawn_page_is_gone_for_everybody_and_in_the_past_too() {
        String entry = town.anEntry("Vergissing");
        long version = town.publish(entry);
        town.awaitLive(version);

        var withdrawn = town.publisher
                .with("If-Match", "*")
                .post(
                        town.manage + "/withdrawals",
                        "{\"items\":[{\"entry\":\"" + entry + "\",\"locale\":\"nl\"}],\"reason\":\"withdrawn\"}");

        assertThat(withdrawn.status()).as(withdrawn.text()).isEqualTo(200);
        assertThat(town.anyone
                        .get(town.delivery + "/paths?path=/nieuws/vergissing")
                        .status())
                .isEqualTo(410);
        assertThat(town.anyone
                        .get(town.delivery + "/entries/" + entry + "?version=" + version)
                        .status())
                .isEqualTo(404);
        town.awaitLive(withdrawn.json().path("version").asLong());
        var gone = town.visitor.get("/nieuws/vergissing");
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.text()).contains("<html lang=\"nl\">").contains("Deze pagina is weggehaald");
    }

    @Test
    void a_redirect_leads_on_in_the_api_and_on_the_site() {
        String version = town.publisher.get(town.manage + "/parts").header("ETag");
        var changed = town.administrator
                .with("If-Match", version)
                .post(
                        town.manage + "/part-changes",
                        "{\"changes\":[{\"kind\":\"redirect\",\"key\":\"/oud\",\"value\":{\"to\":\"/nieuws\"}}]}");
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);

        assertThat(town.anyone.get(town.delivery + "/paths?path=/oud").status()).isEqualTo(308);
        town.awaitLive(changed.json().path("version").asLong());
        var onSite = town.visitor.get("/oud");
        assertThat(onSite.status()).isEqualTo(308);
        assertThat(onSite.header("Location")).isEqualTo("/nieuws");
    }

    @Test
    void a_draft_saved_on_an_old_base_is_a_conflict_with_both_sides() {
        String entry = town.anEntry("Eerste");
        String draft = town.manage + "/entries/" + entry + "/translations/nl/draft";
        String base = town.publisher.get(draft).json().path("revision").asString();
        assertThat(town.publisher
                        .put(draft, "{\"basedOn\":\"" + base + "\",\"fields\":{\"title\":\"Tweede\"}}")
                        .status())
                .isEqualTo(200);

        var refused = town.publisher.put(draft, "{\"basedOn\":\"" + base + "\",\"fields\":{\"title\":\"Derde\"}}");

        assertThat(refused.status()).as(refused.text()).isEqualTo(409);
        assertThat(refused.json().path("theirs").path("title").asString()).isEqualTo("Tweede");
        assertThat(refused.json().path("conflicts").path(0).path("field").asString())
                .isEqualTo("title");
        var merged = town.publisher.put(
                draft,
                "{\"basedOn\":\"" + base
                        + "\",\"fields\":{\"title\":\"Eerste\",\"body\":\"<p>Tekst van Eerste</p>\"}}");
        assertThat(merged.status()).as(merged.text()).isEqualTo(200);
        assertThat(merged.json().path("merged").toString()).contains("title");
    }

    @Test
    void the_gateway_keeps_to_one_address_and_survives_odd_ones() {
        town.awaitLive(town.publish(town.anEntry("Adres")));

        var slash = town.visitor.get("/nieuws/adres/");
        assertThat(slash.status()).isEqualTo(308);
        assertThat(slash.header("Location")).isEqualTo("/nieuws/adres");
        var alias = town.anyone.onHost("www." + town.host).get("/nieuws/adres?x=1");
        assertThat(alias.status()).isEqualTo(308);
        assertThat(alias.header("Location")).contains("//" + town.host).endsWith("/nieuws/adres?x=1");
        for (String odd :
                List.of("/..%2f..%2fetc/passwd", "/%2e%2e/", "//example.org/", "/%00", "/%ff", "/nieuws%5cadres")) {
            assertThat(town.visitor.get(odd).status()).as(odd).isIn(400, 404);
        }
        assertThat(town.visitor.head("/nieuws/adres").bytes()).isEmpty();
        var range = town.visitor.with("Range", "bytes=0-9").get("/nieuws/adres");
        assertThat(range.status()).isEqualTo(206);
        assertThat(range.bytes()).hasSize(10);
        assertThat(town.visitor
                        .with("Range", "bytes=99999999-")
                        .get("/nieuws/adres")
                        .status())
                .isEqualTo(416);
    }

    @Test
    void pages_are_sent_with_the_headers_that_protect_their_readers() {
        town.awaitLive(town.publish(town.anEntry("Veilig")));

        var page = town.visitor.get("/nieuws/veilig");

        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'self'")
                .doesNotContain("unsafe");
        Map.of("X-Content-Type-Options", "nosniff", "X-Frame-Options", "DENY")
                .forEach((name, value) -> assertThat(page.header(name)).isEqualTo(value));
    }
}
