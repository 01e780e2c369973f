package nl.plein.site.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.plein.site.copy.SiteCopy;
import nl.plein.site.copy.Sync;
import nl.plein.site.kernel.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpSourceTest {
    private static final String SITE = "/delivery/v1/sites/s";
    private static final String FIRST =
            """
            {"after":0,"until":3,"complete":false,"page":{"next":"c+1/="},
             "items":[{"kind":"setting","key":"a","value":1}]}""";
    private static final String SECOND =
            """
            {"after":0,"until":3,"complete":true,"page":{},"items":[{"kind":"setting","key":"b","value":2}]}""";

    private final List<String> asked = new ArrayList<>();
    private final Map<String, String> answers = new HashMap<>(Map.of(
            SITE,
            "{\"id\":\"s\",\"version\":3}",
            SITE + "/changes?after=0&pageSize=500",
            FIRST,
            SITE + "/changes?after=0&pageSize=500&until=3&cursor=c%2B1%2F%3D",
            SECOND,
            SITE + "/entries?pageSize=1&at=2026-01-01T00%3A00%3A00Z",
            "{}"));
    private int expiredCursors;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void the_feed_is_read_page_by_page_with_the_token() {
        assertThat(sync("secret")).isEqualTo(3);
        assertThat(asked).hasSize(3).allMatch(line -> line.startsWith("Bearer secret "));
    }

    @Test
    void an_expired_cursor_means_beginning_again() {
        expiredCursors = 1;
        assertThat(sync("secret")).isEqualTo(3);
        assertThat(asked).hasSizeGreaterThan(4);
    }

    @Test
    void an_instant_is_a_version() {
        assertThat(source("s", "secret").versionAt("2026-01-01T00:00:00Z")).isEqualTo(2);
    }

    @Test
    void an_unknown_site_is_explained() {
        assertThatThrownBy(() -> source("nope", "").site())
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("404")
                .hasMessageContaining("nope");
    }

    @Test
    void another_token_is_another_origin_and_no_origin_tells_it() {
        assertThat(source("s", "one-token").origin())
                .isNotEqualTo(source("s", "two-token").origin())
                .doesNotContain("one-token");
    }

    private long sync(String token) {
        HttpSource source = source("s", token);
        try (SiteCopy copy = SiteCopy.inMemory()) {
            return new Sync(source, copy).toNewest();
        }
    }

    private HttpSource source(String site, String token) {
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        return new HttpSource(base, site, Optional.of(token).filter(value -> !value.isEmpty()));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String address = exchange.getRequestURI().toString();
        asked.add(exchange.getRequestHeaders().getFirst("Authorization") + " " + address);
        boolean expired = address.contains("cursor=") && expiredCursors-- > 0;
        String body = expired ? "{\"title\":\"expired-cursor\"}" : answers.getOrDefault(address, "{}");
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Site-Version", "2");
        exchange.sendResponseHeaders(expired ? 410 : answers.containsKey(address) ? 200 : 404, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
