package nl.plein.api.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import nl.plein.api.server.Client;
import nl.plein.api.server.RunningServer;
import org.junit.jupiter.api.Test;

/** A request with an Idempotency-Key happens once, however often it is sent. */
class RepeatedRequestIT {

    private static final Town TOWN = new Town();
    private static final String ENTRIES = TOWN.manage + "/entries";

    @Test
    void an_entry_is_made_once_and_the_answer_is_the_same() {
        Client client = TOWN.publisher.with("Idempotency-Key", aKey());
        String title = "Eens " + UUID.randomUUID();

        var first = client.post(ENTRIES, anEntry(title));
        var second = client.post(ENTRIES, anEntry(title));

        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(second.status()).as(second.text()).isEqualTo(201);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(entriesOf(TOWN.publisher, title)).isEqualTo(1);
    }

    @Test
    void the_same_key_with_another_body_is_422() {
        Client client = TOWN.publisher.with("Idempotency-Key", aKey());
        client.post(ENTRIES, anEntry("Een " + UUID.randomUUID()));

        var refused = client.post(ENTRIES, anEntry("Ander " + UUID.randomUUID()));

        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("key-reused");
    }

    @Test
    void a_key_belongs_to_a_token_and_a_route() {
        String key = aKey();
        String title = "Twee " + UUID.randomUUID();
        assertThat(TOWN.publisher
                        .with("Idempotency-Key", key)
                        .post(ENTRIES, anEntry(title + " a"))
                        .status())
                .isEqualTo(201);

        assertThat(TOWN.administrator
                        .with("Idempotency-Key", key)
                        .post(ENTRIES, anEntry(title + " b"))
                        .status())
                .isEqualTo(201);
        assertThat(TOWN.publisher
                        .with("Idempotency-Key", key)
                        .post("/manage/v1/tokens", "{\"name\":\"Ander adres\"}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void a_refused_request_may_be_mended_and_sent_again() {
        Client client = TOWN.publisher.with("Idempotency-Key", aKey());
        assertThat(client.post(ENTRIES, "{\"type\":\"nope\",\"locale\":\"nl\",\"fields\":{}}")
                        .status())
                .isEqualTo(400);

        assertThat(client.post(ENTRIES, anEntry("Beter " + UUID.randomUUID())).status())
                .isEqualTo(201);
    }

    @Test
    void a_secret_is_shown_once() {
        Client client = TOWN.publisher.with("Idempotency-Key", aKey());

        var first = client.post("/manage/v1/tokens", "{\"name\":\"Sleutel\"}");
        var second = client.post("/manage/v1/tokens", "{\"name\":\"Sleutel\"}");

        assertThat(first.json().path("secret").asString()).startsWith("plein_");
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.json().path("id")).isEqualTo(first.json().path("id"));
        assertThat(second.json().has("secret")).isFalse();
    }

    @Test
    void publishing_twice_makes_one_version() {
        String entry = TOWN.anEntry("Versie " + UUID.randomUUID());
        Client client = TOWN.publisher.with("If-Match", "*").with("Idempotency-Key", aKey());
        String body = "{\"items\":[{\"entry\":\"" + entry + "\",\"locale\":\"nl\"}]}";

        var first = client.post(TOWN.manage + "/publications", body);
        var second = client.post(TOWN.manage + "/publications", body);

        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(second.json()).isEqualTo(first.json());
    }

    @Test
    void an_upload_is_stored_once() {
        Client client = TOWN.publisher.with("Idempotency-Key", aKey());
        byte[] bytes = "Een notitie".getBytes(java.nio.charset.StandardCharsets.UTF_8);

        var first = client.post(TOWN.manage + "/assets?file=a.txt", "text/plain", bytes);
        var second = client.post(TOWN.manage + "/assets?file=a.txt", "text/plain", bytes);
        var other = client.post(TOWN.manage + "/assets?file=a.txt", "text/plain", new byte[] {65});

        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(other.status()).isEqualTo(422);
    }

    @Test
    void sent_at_once_it_happens_once() throws Exception {
        Client client = TOWN.publisher.with("Idempotency-Key", aKey());
        String title = "Samen " + UUID.randomUUID();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<Client.Answer>> sending = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            sending.add(() -> client.post(ENTRIES, anEntry(title)));
        }

        for (var answer : threads.invokeAll(sending)) {
            Client.Answer got = answer.get();
            assertThat(got.status()).as(got.text()).isIn(201, 409);
            if (got.status() == 409) {
                assertThat(got.problem()).isEqualTo("still-running");
            }
        }

        threads.shutdown();
        assertThat(entriesOf(TOWN.publisher, title)).isEqualTo(1);
        assertThat(client.post(ENTRIES, anEntry(title)).status()).isEqualTo(201);
    }

    @Test
    void a_server_that_dies_after_the_act_answers_when_it_is_back() {
        RunningServer server = RunningServer.fresh();
        server.start();
        try {
            Client administrator = Client.of(server).withToken(RunningServer.ADMINISTRATOR);
            Client client = administrator.with("Idempotency-Key", aKey());
            String agency = "{\"id\":\"na-de-klap\",\"name\":\"Na de klap\"}";
            var first = client.post("/manage/v1/agencies", agency);
            assertThat(first.status()).as(first.text()).isEqualTo(201);

            server.kill();
            server.start();

            var second = client.post("/manage/v1/agencies", agency);
            assertThat(second.status()).as(second.text()).isEqualTo(201);
            assertThat(second.json()).isEqualTo(first.json());
            assertThat(administrator.post("/manage/v1/agencies", agency).status())
                    .isEqualTo(409);
        } finally {
            server.stop();
        }
    }

    private static String aKey() {
        return UUID.randomUUID().toString();
    }

    private static String anEntry(String title) {
        return "{\"type\":\"news\",\"locale\":\"nl\",\"fields\":{\"title\":\"" + title + "\"}}";
    }

    private static int entriesOf(Client client, String title) {
        return client.get(ENTRIES + "?title=" + title.replace(" ", "%20"))
                .json()
                .path("items")
                .size();
    }
}
