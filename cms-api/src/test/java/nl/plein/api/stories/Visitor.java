package nl.plein.api.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.plein.api.server.Client;
import nl.plein.api.server.RunningServer;

/** A browser without scripts: keeps the cookies of each host, follows where it is led, fills in the form of the page it is on. */
final class Visitor {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final int MOST_STEPS = 8;

    private final RunningServer server;
    private final Map<String, Map<String, String>> cookies = new TreeMap<>();
    private String host;
    private String at = "/";
    private Client.Answer page;

    Visitor(RunningServer server) {
        this.server = server;
        this.host = platform();
    }

    String platform() {
        return "127.0.0.1";
    }

    /** Asks once. */
    Client.Answer ask(String ofHost, String path) {
        host = ofHost;
        at = path;
        page = heard(client().get(path));
        return page;
    }

    /** Asks, and goes wherever it is led. */
    Client.Answer open(String ofHost, String path) {
        ask(ofHost, path);
        return follow();
    }

    Client.Answer follow() {
        for (int i = 0; i < MOST_STEPS && page.status() / 100 == 3; i++) {
            URI to = URI.create("http://" + host).resolve(at).resolve(page.header("Location"));
            ask(to.getHost(), to.getRawPath() + (to.getRawQuery() == null ? "" : "?" + to.getRawQuery()));
        }
        assertThat(page.status() / 100).as("led in a circle").isNotEqualTo(3);
        return page;
    }

    /** Sends the form of this page, hidden fields and all, with what is filled in. */
    Client.Answer send(String action, Map<String, String> filled) {
        return send(action, filled, "http://" + host + ":" + server.port());
    }

    Client.Answer send(String action, Map<String, String> filled, String origin) {
        Map<String, String> fields = hidden();
        fields.putAll(filled);
        page = heard(client().with("Origin", origin).post(action, "application/x-www-form-urlencoded", form(fields)));
        at = action;
        return page;
    }

    Map<String, String> hidden() {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher input = HIDDEN.matcher(page.text());
        while (input.find()) {
            fields.put(input.group(1), input.group(2).replace("&amp;", "&"));
        }
        return fields;
    }

    /** Where this browser is: host, path and query. */
    String where() {
        return host + at;
    }

    Map<String, String> cookiesOf(String ofHost) {
        return cookies.computeIfAbsent(ofHost, any -> new TreeMap<>());
    }

    Client client() {
        Client client = Client.of(server).onHost(host + ":" + server.port());
        Map<String, String> own = cookiesOf(host);
        return own.isEmpty()
                ? client
                : client.with(
                        "Cookie",
                        own.entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")));
    }

    private Client.Answer heard(Client.Answer answer) {
        for (String line : answer.headers().allValues("Set-Cookie")) {
            assertThat(line).contains("; Path=/; HttpOnly; SameSite=Lax").doesNotContain("Domain");
            String[] pair = line.substring(0, line.indexOf(';')).split("=", 2);
            if (pair[1].isEmpty()) {
                cookiesOf(host).remove(pair[0]);
            } else {
                cookiesOf(host).put(pair[0], pair[1]);
            }
        }
        return answer;
    }

    static byte[] form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
