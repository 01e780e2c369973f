package nl.plein.api.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.plein.api.server.Contract;
import nl.plein.api.server.RawRequest;
import nl.plein.api.server.Route;
import nl.plein.api.server.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every route of the OpenAPI document, asked every wrong way: the answer is a problem that says what to do, never a 500.
 */
class AllRoutesIT {

    private static final Town TOWN = new Town();
    private static final int PORT = RunningServer.shared().port();
    private static final String TOKEN = "Authorization: Bearer " + RunningServer.ADMINISTRATOR;
    private static final String UNKNOWN = "0198c0de-0000-7000-8000-000000000000";
    private static final byte[] NOTHING = {};

    /** Of path segments: what no id looks like. */
    private static final List<String> ODD_SEGMENTS = List.of(
            UNKNOWN,
            "no-such-thing",
            "%00",
            "a%00b",
            "%0d%0aX:%20y",
            "%1b%5b31m",
            "%ff%fe",
            "%f0%9f%92%a9",
            "%e2%80%ae",
            "..%2f..%2fetc",
            "%2e%2e",
            "'%20or%201=1",
            "-1",
            "0",
            "99999999999999999999",
            "9223372036854775807",
            "x".repeat(3_000));

    private static final List<String> ODD_VALUES = List.of(
            "",
            "%00",
            "a%00b",
            "%0a",
            "%ff",
            "%ed%a0%80",
            "-1",
            "0",
            "99999999999999999999",
            "9223372036854775807",
            "-9223372036854775808",
            "1e309",
            "NaN",
            "null",
            "a%22b%5cc",
            "%27%3bdrop%20table",
            "(((((((",
            "title%20eq%20%27",
            "x".repeat(3_000));

    private static final List<byte[]> ODD_BODIES = Stream.of(
                    "",
                    "{",
                    "{}",
                    "[]",
                    "null",
                    "0",
                    "\"text\"",
                    "true",
                    "[".repeat(5_000),
                    "{\"id\":1e999999}",
                    "{\"a\":\"\\u0000\",\"id\":\"\\ud800\"}",
                    "{\"id\":null,\"name\":null,\"items\":null,\"changes\":null,\"fields\":null}",
                    "{\"id\":{},\"name\":[],\"items\":{},\"changes\":{},\"fields\":[],\"type\":{},\"locale\":[]}",
                    "{\"items\":[null],\"reason\":\"withdrawn\"}",
                    "{\"items\":[{\"entry\":\"\\u0000\",\"locale\":\"\\u0000\"}],\"reason\":\"withdrawn\"}",
                    "{\"changes\":[{\"kind\":\"menu\",\"key\":\"\\u0000\",\"value\":{}}]}",
                    "{\"version\":-1}",
                    "{\"version\":9223372036854775807}",
                    "{\"version\":1.5}",
                    "{\"entry\":\"" + UNKNOWN + "\"}",
                    "{\"type\":\"news\",\"locale\":\"nl\",\"fields\":{\"title\":\"\\u0000\"}}",
                    "{\"type\":\"news\",\"locale\":\"nl\",\"slug\":\"\\u0000\",\"fields\":{\"title\":\"x\"}}",
                    "{\"type\":\"news\",\"locale\":\"nl\",\"path\":\"\\u0001/../x\",\"fields\":{\"title\":\"x\"}}",
                    "{\"name\":\"\\u0000\"}",
                    "{\"name\":\"\\u0000\",\"role\":\"editor\"}",
                    "{\"id\":\"a\\u0000\",\"name\":\"x\"}",
                    "{\"host\":\"a\\u0000b\"}",
                    "{\"state\":\"\\u0000\"}",
                    "{\"basedOn\":\"" + UNKNOWN + "\",\"fields\":{\"title\":\"\\u0000\"}}",
                    "{\"locale\":\"\\u0000\",\"fields\":{}}")
            .map(text -> text.getBytes(StandardCharsets.UTF_8))
            .toList();

    static List<Route> routes() {
        return Route.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("routes")
    void ids_that_are_none(Route route) {
        for (int at = 0; at < route.path().chars().filter(c -> c == '{').count(); at++) {
            for (String odd : ODD_SEGMENTS) {
                ask(route.method(), filled(route.path(), at, odd), List.of(TOKEN), NOTHING);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("routes")
    void query_parameters_that_make_no_sense(Route route) {
        String path = filled(route.path(), -1, "");
        if (route.method().equals("DELETE")) {
            path = filled(route.path(), 0, "no-such-site");
        }
        var unknown = ask(route.method(), path + "?no-such-parameter=1", List.of(TOKEN), NOTHING);
        assertThat(unknown.status()).isBetween(400, 499);
        for (String name : route.query()) {
            for (String odd : ODD_VALUES) {
                ask(route.method(), path + "?" + name + "=" + odd, List.of(TOKEN), NOTHING);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("routes")
    void bodies_that_say_nothing(Route route) {
        if (!route.takesJson()) {
            return;
        }
        String path = filled(route.path(), -1, "");
        List<String> json = List.of(TOKEN, "If-Match: *", "Content-Type: application/json");
        for (byte[] odd : ODD_BODIES) {
            ask(route.method(), path, json, odd);
        }
        assertThat(ask(route.method(), path, json, "x".repeat(5 << 20).getBytes(StandardCharsets.UTF_8))
                        .status())
                .isIn(0, 413); // 0: hung up on while sending
        for (String type : List.of("text/plain", "application/xml", "nonsense", "application/json;charset=utf-16")) {
            var answer = ask(
                    route.method(),
                    path,
                    List.of(TOKEN, "If-Match: *", "Content-Type: " + type),
                    "{}".getBytes(StandardCharsets.UTF_8));
            assertThat(answer.status()).as(type).isBetween(400, 499);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("routes")
    void methods_and_headers_that_are_none(Route route) {
        String path = filled(route.path(), -1, "");
        for (String method : List.of("PATCH", "TRACE", "BREW", "PROPFIND")) {
            assertThat(ask(method, path, List.of(TOKEN), NOTHING).status())
                    .as(method)
                    .isBetween(400, 499);
        }
        for (String header : List.of(
                "Authorization: Basic eDp5",
                "Authorization: Bearer",
                "Authorization: Bearer \u00ff\u00fe",
                "Authorization: Bearer " + "x".repeat(5_000),
                "If-Match: nonsense",
                "If-None-Match: \"",
                "Accept: text/html;q=oops",
                "Accept: nonsense",
                "Idempotency-Key: ",
                "Idempotency-Key: a b",
                "Range: bytes=9-1",
                "Host: \u00e9.example",
                "Host: [::1",
                "Host: a..b",
                "X-Forwarded-Host: evil.example:99999")) {
            if (!route.method().equals("DELETE")) {
                ask(route.method(), path, List.of(header), NOTHING);
            }
        }
    }

    @Test
    void a_cursor_of_another_list_is_refused() {
        TOWN.publish(TOWN.anEntry("Een"));
        long version = TOWN.publish(TOWN.anEntry("Twee"));
        String next = Town.await(
                        () -> TOWN.anyone.get(TOWN.delivery + "/entries?pageSize=1&minVersion=" + version),
                        answer -> answer.json().path("page").has("next"))
                .json()
                .path("page")
                .path("next")
                .asString();

        for (String path : List.of("/entries?type=news&cursor=", "/search?q=een&cursor=", "/changes?cursor=")) {
            var answer = ask("GET", TOWN.delivery + path + next, List.of(), NOTHING);
            assertThat(answer.status()).as(path + " " + answer.text()).isEqualTo(400);
        }
        var elsewhere = ask("GET", new Town().delivery + "/entries?cursor=" + next, List.of(), NOTHING);
        assertThat(elsewhere.status()).isEqualTo(400);
    }

    /** @param at which of the placeholders is {@code odd}; the others are of the town */
    private static String filled(String path, int at, String odd) {
        var filled = new StringBuilder();
        int number = 0;
        for (String part : path.substring(1).split("/")) {
            filled.append('/');
            if (!part.startsWith("{")) {
                filled.append(part);
            } else {
                filled.append(number == at ? odd : known(part));
                number++;
            }
        }
        return filled.toString();
    }

    private static String known(String placeholder) {
        return switch (placeholder) {
            case "{site}", "{agency}" -> TOWN.id;
            case "{locale}" -> "nl";
            case "{type}" -> "news";
            case "{version}" -> "1";
            case "{host}" -> "no." + TOWN.host;
            default -> UNKNOWN;
        };
    }

    /** Whatever is asked: no 5xx, and a refusal says what to do. What is no HTTP at all is the container's to refuse. */
    private static RawRequest.Answer ask(String method, String target, List<String> headers, byte[] body) {
        RawRequest.Answer answer = RawRequest.send(PORT, method, target, headers, body);
        String asked = method + " " + (target.length() > 200 ? target.substring(0, 200) : target) + " " + headers + " "
                + new String(body, 0, Math.min(body.length, 200), StandardCharsets.UTF_8);
        assertThat(answer.status()).as(asked + "\n" + answer.text()).isLessThan(500);
        Contract.ofServer()
                .check(
                        method,
                        target,
                        answer.status(),
                        name -> Optional.of(answer.header(name)).filter(value -> !value.isEmpty()),
                        answer.body());
        if (answer.status() >= 400 && answer.body().length > 0) {
            assertThat(answer.header("Content-Type")).as(asked).startsWith("application/problem+json");
            assertThat(answer.json().path("detail").asString()).as(asked).hasSizeGreaterThan(15);
        }
        return answer;
    }
}
