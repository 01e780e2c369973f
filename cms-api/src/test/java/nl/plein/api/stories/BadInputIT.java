package nl.plein.api.stories;

import static org.assertj.core.api.Assertions.assertThat;

import nl.plein.api.server.Client;
import nl.plein.api.server.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can't be done is answered with a problem that says what to do, never with a 500. */
class BadInputIT {

    private static final Town TOWN = new Town();

    private final Client anyone = Client.of(RunningServer.shared());
    private final Client administrator = anyone.withToken(RunningServer.ADMINISTRATOR);

    @ParameterizedTest(name = "GET {0} is {1} {2}")
    @CsvSource({
        "/nothing-here, 404, not-found",
        "/delivery/v1/sites/no-such-site, 404, unknown-site",
        "/delivery/v1/sites/NO%20SITE, 400, invalid-site-id",
        "/delivery/v1/sites?colour=red, 400, unknown-parameter",
        "/manage/v1/agencies/no-such-agency, 404, unknown-agency",
        "/manage/v1/sites/no-such-site/jobs, 404, unknown-site",
        "/manage/v1/tokens/not-a-uuid, 405, method-not-allowed",
    })
    void reading_what_is_not_there(String path, int status, String code) {
        var answer = administrator.get(path);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(code);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("detail").asString()).hasSizeGreaterThan(20);
    }

    @ParameterizedTest(name = "founding an agency with {0} is {1} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\":\"a\",\"name\":\"A\",\"colour\":\"red\"} | 400 | malformed-body",
                "{\"id\":\"a\"} | 400 | malformed-body",
                "{\"id\":\"a\",\"id\":\"b\",\"name\":\"A\"} | 400 | malformed-json",
                "{\"id\": | 400 | malformed-json",
                "[] | 400 | malformed-body",
                "null | 400 | malformed-body",
                "{\"id\":\"Not A Slug\",\"name\":\"A\"} | 400 | invalid-agency-id",
                "{\"id\":\"a\",\"name\":\"\"} | 400 | invalid-name",
            })
    void writing_what_can_not_be_read(String body, int status, String code) {
        var answer = administrator.post("/manage/v1/agencies", body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(code);
    }

    @ParameterizedTest(name = "GET {0} is {1} {2}")
    @CsvSource({
        "/entries?type=nope, 400, unknown-type",
        "/entries?filter=nope, 400, bad-filter",
        "/entries?sort=nope, 400, unknown-field",
        "/entries?cursor=made-up, 400, bad-cursor",
        "/entries?pageSize=0, 400, bad-page-size",
        "/entries?pageSize=many, 400, unreadable-parameter",
        "/entries?colour=red, 400, unknown-parameter",
        "/entries?fields=titel, 400, unknown-field",
        "/entries?type=news&fields=title%2Ccolour, 400, unknown-field",
        "/entries?expand=title, 400, unknown-field",
        "/entries?locale=fy, 400, unknown-locale",
        "/entries?count=yes, 400, unreadable-parameter",
        "/search?q=markt&locale=fy, 400, unknown-locale",
        "/entries?version=99999, 400, unknown-version",
        "/entries/not-an-id, 400, invalid-entry-id",
        "/entries/0198c0de-0000-7000-8000-000000000000, 404, unknown-entry",
        "/entries/0198c0de-0000-7000-8000-000000000000?at=yesterday, 400, bad-instant",
        "/paths, 400, bad-path",
        "/paths?path=/nergens, 404, unknown-path",
        "/changes?after=99999, 410, resync",
        "/changes?cursor=made-up, 400, bad-cursor",
        "/search, 400, missing-parameter",
        "/search?q=markt&type=nope, 400, unknown-type",
        "/search?q=markt&locale=xx, 400, unknown-locale",
        "/entries?fields=titel, 400, unknown-field",
        "/entries?fields=title%2Cnope, 400, unknown-field",
        "/entries?type=news&fields=author, 400, unknown-field",
        "/entries?expand=nope, 400, unknown-field",
        "/entries?expand=title, 400, unknown-field",
        "/entries?locale=xx, 400, unknown-locale",
        "/entries?count=maybe, 400, unreadable-parameter",
        "/entries/0198c0de-0000-7000-8000-000000000000?fields=nope, 400, unknown-field",
        "/entries/0198c0de-0000-7000-8000-000000000000?locale=xx, 400, unknown-locale",
        "/paths?path=/nergens&expand=nope, 400, unknown-field",
        "/changes?after=-1, 400, unknown-version",
    })
    void reading_a_site_wrongly(String path, int status, String code) {
        var answer = anyone.get(TOWN.delivery + path);

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(code);
    }

    @ParameterizedTest(name = "creating {0} is {1} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"nope\",\"locale\":\"nl\",\"fields\":{}} | 400 | unknown-type",
                "{\"type\":\"news\",\"locale\":\"fy\",\"fields\":{}} | 400 | unknown-locale",
                "{\"type\":\"news\",\"locale\":\"nl\",\"fields\":{\"nope\":1}} | 422 | invalid-payload",
                "{\"type\":\"news\",\"locale\":\"nl\",\"fields\":{\"title\":1}} | 422 | invalid-payload",
                "{\"type\":\"news\",\"locale\":\"nl\",\"path\":\"/delivery/x\",\"fields\":{\"title\":\"A\"}} | 400 | reserved-path",
            })
    void writing_an_entry_wrongly(String body, int status, String code) {
        var answer = TOWN.publisher.post(TOWN.manage + "/entries", body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(code);
    }

    @Test
    void two_entries_for_one_path_is_a_conflict() {
        TOWN.anEntry("Dubbel");

        var second = TOWN.publisher.post(
                TOWN.manage + "/entries", "{\"type\":\"news\",\"locale\":\"nl\",\"fields\":{\"title\":\"Dubbel\"}}");

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.problem()).isEqualTo("path-taken");
    }

    @Test
    void an_unknown_field_is_answered_with_the_known_ones() {
        assertThat(anyone.get(TOWN.delivery + "/entries?type=news&fields=titel")
                        .json()
                        .path("detail")
                        .asString())
                .contains("titel", "about, audience, body");
    }

    @Test
    void the_list_of_types_names_the_version_of_the_site() {
        long version = TOWN.publish(TOWN.anEntry("Soorten"));

        assertThat(anyone.get(TOWN.delivery + "/content-types").header("Site-Version"))
                .isEqualTo(String.valueOf(version));
    }

    @Test
    void a_body_that_is_too_large_is_413() {
        String large = "{\"id\":\"a\",\"name\":\"" + "x".repeat(5 << 20) + "\"}";

        assertThat(administrator.post("/manage/v1/agencies", large).status()).isEqualTo(413);
    }

    @Test
    void a_body_nested_too_deeply_is_400() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);

        assertThat(administrator.post("/manage/v1/agencies", deep).status()).isEqualTo(400);
    }

    @Test
    void a_body_of_another_type_is_415() {
        var answer = administrator.post("/manage/v1/agencies", "text/csv", new byte[] {1});

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.problem()).isEqualTo("unsupported-media-type");
    }

    @Test
    void every_answer_has_the_headers_that_browsers_obey() {
        var answer = anyone.get("/delivery/v1/sites");

        assertThat(answer.header("API-Version")).isEqualTo("1.0.0");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
    }
}
