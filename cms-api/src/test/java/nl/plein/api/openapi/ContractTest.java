package nl.plein.api.openapi;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.plein.api.server.Contract;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The contract that every story holds answers against can be broken. */
class ContractTest {

    private static final String SITE = "{\"id\":\"stad\",\"name\":\"Stad\",\"locales\":[\"nl\"],\"version\":1}";

    private final Map<String, String> headers =
            new HashMap<>(Map.of("Content-Type", "application/json", "ETag", "\"x\""));

    @Test
    void an_answer_that_is_as_the_document_says_passes() {
        assertThatCode(sites(200, SITE)).doesNotThrowAnyException();
        assertThatCode(sites(304, "")).doesNotThrowAnyException();
    }

    @Test
    void a_member_that_the_document_does_not_know_fails() {
        assertThatThrownBy(sites(200, SITE.replace("\"version\"", "\"colour\":\"red\",\"version\"")))
                .hasMessageContaining("colour");
    }

    @Test
    void a_member_that_is_missing_or_of_another_type_fails() {
        assertThatThrownBy(sites(200, SITE.replace(",\"version\":1", ""))).hasMessageContaining("version");
        assertThatThrownBy(sites(200, SITE.replace(":1", ":\"one\""))).hasMessageContaining("integer");
    }

    @Test
    void a_status_that_the_document_does_not_know_fails() {
        assertThatThrownBy(sites(202, SITE)).hasMessageContaining("a status the document does not know");
    }

    @Test
    void a_media_type_that_the_document_does_not_know_fails() {
        headers.put("Content-Type", "text/plain");

        assertThatThrownBy(sites(200, SITE)).hasMessageContaining("text/plain is a media type");
    }

    @Test
    void a_header_that_is_missing_or_not_in_the_document_fails() {
        headers.put("Site-Version", "1");
        assertThatThrownBy(sites(200, SITE)).hasMessageContaining("Site-Version is sent and not in the document");

        headers.remove("Site-Version");
        headers.remove("ETag");
        assertThatThrownBy(sites(200, SITE)).hasMessageContaining("ETag is missing");
    }

    @Test
    void a_refusal_that_is_no_problem_fails_wherever_it_comes_from() {
        headers.put("Content-Type", "application/problem+json");
        byte[] body = "{\"type\":\"/problems/not-found\"}".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> Contract.ofServer().check("GET", "/no/such/route", 404, this::header, body))
                .hasMessageContaining("detail");
    }

    @Test
    void a_body_that_was_taken_although_the_document_does_not_know_it_fails() {
        assertThatCode(() -> Contract.ofServer()
                        .checkAccepted("PUT", "/manage/v1/sites/stad/state", "{\"state\":\"closed\"}"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() ->
                        Contract.ofServer().checkAccepted("PUT", "/manage/v1/sites/stad/state", "{\"state\":\"ajar\"}"))
                .hasMessageContaining("/state");
    }

    private ThrowingCallable sites(int status, String site) {
        String body = site.isEmpty() ? "" : "{\"items\":[" + site + "],\"page\":{}}";
        return () -> Contract.ofServer()
                .check("GET", "/delivery/v1/sites?x=1", status, this::header, body.getBytes(StandardCharsets.UTF_8));
    }

    private Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
