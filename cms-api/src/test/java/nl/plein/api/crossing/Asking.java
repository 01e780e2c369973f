package nl.plein.api.crossing;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.plein.api.server.Client;
import nl.plein.api.server.RunningServer;

/** One request as it is sent. @param headers {@code Host} among them unless the platform's own is meant */
record Asking(String method, String target, Map<String, String> headers, byte[] body) {

    Client.Answer send() {
        Client client = Client.of(RunningServer.shared());
        for (Map.Entry<String, String> header : headers.entrySet()) {
            client = client.with(header.getKey(), header.getValue());
        }
        return client.send(method, target, BodyPublishers.ofByteArray(body), List.of());
    }

    /** Whether whoever asks has said this word, so that an echo tells them nothing. */
    boolean says(String word) {
        return target.contains(word)
                || headers.values().stream().anyMatch(value -> value.contains(word))
                || text().contains(word);
    }

    private String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    Asking with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Asking(method, target, more, body);
    }

    @Override
    public String toString() {
        Map<String, String> shown = new LinkedHashMap<>(headers);
        shown.remove("Authorization");
        return method + " " + target + " " + shown + " " + (body.length > 2_000 ? body.length + " bytes" : text());
    }
}
