package nl.plein.api.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nl.plein.api.server.RawRequest;
import nl.plein.api.server.RunningServer;
import nl.plein.cms.kernel.Hashes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages as RFC 9110 wants them served. */
class GatewayIT {

    private static final Town TOWN = new Town();
    private static final int PORT = RunningServer.shared().port();
    private static final String PAGE = "/nieuws/gateway";
    private static final String HOST = "Host: " + TOWN.host;

    @BeforeAll
    static void a_page() {
        TOWN.awaitLive(TOWN.publish(TOWN.anEntry("Gateway")));
    }

    @Test
    void head_says_what_get_says_without_the_body() {
        var got = get();
        var head = RawRequest.send(PORT, "HEAD", PAGE, List.of(HOST, "Range: bytes=0-1"), new byte[0]);

        assertThat(got.status()).isEqualTo(200);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        for (String header : List.of("Content-Length", "Content-Type", "ETag", "Vary", "Cache-Control")) {
            assertThat(head.header(header)).as(header).isEqualTo(got.header(header));
        }
        assertThat(got.header("Content-Length")).isEqualTo(String.valueOf(got.body().length));
    }

    @ParameterizedTest(name = "If-None-Match: {0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{tag} | 304",
                "W/{tag} | 304",
                "\"a\", {tag} | 304",
                "\"a\" ,W/\"b,c\", {tag} | 304",
                "* | 304",
                "\"a\" | 200",
                "a | 200",
            })
    void what_the_client_has_is_not_sent_again(String header, int status) {
        var answer = get("If-None-Match: " + header.replace("{tag}", get().header("ETag")));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("ETag")).isEqualTo(get().header("ETag"));
        assertThat(answer.header("Vary")).contains("Accept-Encoding");
        if (status == 304) {
            assertThat(answer.body()).isEmpty();
        }
    }

    @ParameterizedTest(name = "Range: {0} is {1} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "bytes=0-0 | 206 | 1",
                "Bytes=0-9 | 206 | 10",
                "bytes=-5 | 206 | 5",
                "bytes=5- | 206 | {rest}",
                "bytes=-999999999 | 206 | {all}",
                "bytes=0-999999999 | 206 | {all}",
                "bytes=-0 | 416 | 0",
                "bytes=999999999- | 416 | 0",
                "bytes=9-1 | 200 | {all}",
                "bytes=0-1,4-5 | 200 | {all}",
                "lines=1-2 | 200 | {all}",
                "bytes= | 200 | {all}",
            })
    void a_range_is_a_part(String range, int status, String length) {
        var whole = get();
        int all = whole.body().length;

        var answer = get("Range: " + range);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body())
                .hasSize(Integer.parseInt(length.replace("{all}", "" + all).replace("{rest}", "" + (all - 5))));
        if (status == 206) {
            assertThat(answer.header("Content-Range")).startsWith("bytes ").endsWith("/" + all);
            String first = answer.header("Content-Range").replaceAll("bytes (\\d+)-.*", "$1");
            assertThat(whole.text().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                    .as("the same bytes")
                    .containsSubsequence(answer.body());
            assertThat(Integer.parseInt(first)).isLessThan(all);
        } else if (status == 416) {
            assertThat(answer.header("Content-Range")).isEqualTo("bytes */" + all);
        }
    }

    @Test
    void a_range_of_another_state_is_the_whole() {
        String tag = get().header("ETag");

        assertThat(get("Range: bytes=0-0", "If-Range: " + tag).status()).isEqualTo(206);
        assertThat(get("Range: bytes=0-0", "If-Range: W/" + tag).status()).isEqualTo(200);
        assertThat(get("Range: bytes=0-0", "If-Range: \"other\"").status()).isEqualTo(200);
        assertThat(get("Range: bytes=0-0", "If-Range: Wed, 21 Oct 2015 07:28:00 GMT")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest(name = "Accept-Encoding: {0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip | gzip",
                "br, GZIP;q=0.5 | gzip",
                "gzip;q=0 | ''",
                "gzip ; q=0.000 , br | ''",
                "gzip;q=0.001 | gzip",
                "identity | ''",
                "deflate | ''",
            })
    void compressed_for_who_can_read_it(String header, String encoding) {
        var answer = get("Accept-Encoding: " + header);

        assertThat(answer.header("Content-Encoding")).isEqualTo(encoding);
        assertThat(answer.header("Content-Length")).isEqualTo(String.valueOf(answer.body().length));
        assertThat(answer.header("ETag")).isEqualTo("\"" + Hashes.sha256(answer.body()) + "\"");
        assertThat(answer.header("ETag").equals(get().header("ETag"))).isEqualTo(encoding.isEmpty());
    }

    @ParameterizedTest(name = "Host: {0}")
    @ValueSource(strings = {"{HOST}", "{host}:80", "{host}:8443"})
    void the_host_may_be_written_in_other_ways(String host) {
        String sent = host.replace("{HOST}", TOWN.host.toUpperCase(java.util.Locale.ROOT))
                .replace("{host}", TOWN.host);

        assertThat(RawRequest.send(PORT, "GET", PAGE, List.of("Host: " + sent), new byte[0])
                        .status())
                .isEqualTo(200);
    }

    @Test
    void other_hosts_of_the_site_lead_to_the_canonical_one() {
        for (String host : List.of("www." + TOWN.host, TOWN.host + ".")) {
            var answer = RawRequest.send(PORT, "GET", PAGE + "?a=b", List.of("Host: " + host + ":8080"), new byte[0]);

            assertThat(answer.status()).as(host).isEqualTo(308);
            assertThat(answer.header("Location")).isEqualTo("http://" + TOWN.host + ":8080" + PAGE + "?a=b");
        }
    }

    @Test
    void a_forwarded_host_is_believed_from_proxies_only() {
        var answer = RawRequest.send(
                PORT,
                "GET",
                PAGE,
                List.of("Host: elsewhere.example", "X-Forwarded-Host: " + TOWN.host, "X-Forwarded-Proto: https"),
                new byte[0]);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Strict-Transport-Security")).isEmpty();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "/nieuws/gateway/, 308",
        "/nieuws/%67ateway, 200",
        "//nieuws/gateway, 404",
        "/nieuws//gateway, 404",
        "/nieuws/../nieuws/gateway, 404",
        "/nieuws/%2e%2e/nieuws/gateway, 404",
        "/nieuws%2fgateway, 404",
        "/nieuws%5cgateway, 404",
        "/nieuws/gateway;a=b, 404",
        "/nieuws/%ff, 404",
        "/nieuws/%00, 404",
    })
    void odd_paths_are_no_pages(String path, int status) {
        var answer = RawRequest.send(PORT, "GET", path, List.of(HOST), new byte[0]);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Location")).doesNotStartWith("//");
    }

    private static RawRequest.Answer get(String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add(HOST);
        return RawRequest.send(PORT, "GET", PAGE, all, new byte[0]);
    }
}
