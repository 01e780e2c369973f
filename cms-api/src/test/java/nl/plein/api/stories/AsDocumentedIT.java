package nl.plein.api.stories;

import static org.assertj.core.api.Assertions.assertThat;

import nl.plein.api.server.Contract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of the document that no other story asks for; the client holds each against it. */
class AsDocumentedIT {

    private final Town town = new Town();

    @Test
    void the_document_is_served_as_it_was_committed() {
        assertThat(town.anyone.get("/openapi/v1.json").json())
                .isEqualTo(Contract.ofServer().document());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/content-types", "/entries", "/paths?path=/nieuws/markt-op-zaterdag", "/search?q=markt"})
    void what_has_not_changed_is_not_sent_again(String path) {
        long version = town.publish(town.anEntry("Markt op zaterdag"));
        Town.await(
                () -> town.anyone.get(town.delivery + "/entries?minVersion=" + version),
                list -> list.header("Site-Version").equals("" + version));
        String target = town.delivery + path;
        var first = town.anyone.get(target);
        assertThat(first.status()).as(first.text()).isEqualTo(200);

        var again = town.anyone.with("If-None-Match", first.header("ETag")).get(target);

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    }

    @Test
    void a_file_that_has_not_changed_is_not_sent_again() {
        String entry = town.anEntry("Met een bestand");
        var file = Town.made(town.publisher.post(town.manage + "/assets?file=plan.txt", "text/plain", new byte[] {'x'}))
                .json();
        var draft = town.publisher
                .get(town.manage + "/entries/" + entry + "/translations/nl/draft")
                .json();
        town.publisher.put(
                town.manage + "/entries/" + entry + "/translations/nl/draft",
                "{\"basedOn\":" + draft.path("revision") + ",\"fields\":{\"title\":\"Met een bestand\",\"body\":"
                        + "\"<p><a data-asset=\\\"" + file.path("id").asString() + "\\\">plan</a></p>\"}}");
        town.publish(entry);
        String src = file.path("src").asString();
        var first = town.anyone.get(src);
        assertThat(first.status()).as(first.text()).isEqualTo(200);

        assertThat(town.anyone
                        .with("If-None-Match", first.header("ETag"))
                        .get(src)
                        .status())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 308})
    void a_redirect_has_the_status_that_an_editor_gave_it(int status) {
        town.administrator
                .with("If-Match", "*")
                .post(
                        town.manage + "/part-changes",
                        "{\"changes\":[{\"kind\":\"redirect\",\"key\":\"/oud-" + status
                                + "\",\"value\":{\"to\":\"/nieuw\",\"status\":" + status + "}}]}");

        var answer = town.anyone.get(town.delivery + "/paths?path=/oud-" + status);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Location")).endsWith(town.delivery + "/paths?path=%2Fnieuw");
    }
}
