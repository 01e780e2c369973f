package nl.plein.api.crossing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import nl.plein.api.server.Client.Answer;
import nl.plein.api.server.Crawler;

/** What a site has under addresses of its own, as its colleagues find it. */
final class Pages {

    private static final int MOST = 400;

    private Pages() {}

    /** @param heard is told of every answer on the way */
    static Set<String> of(Aviary aviary, String site, BiConsumer<Asking, Answer> heard) {
        List<String> known = Stream.concat(
                        Stream.of("/news", "/oud"),
                        aviary.names.get("path").stream()
                                .filter(path -> path.home().equals(site))
                                .map(Named::value))
                .toList();
        return Crawler.addresses(
                aviary.administrator().onHost(Aviary.hostOf(site)),
                known,
                MOST,
                (path, answer) -> heard.accept(asking(path, "", ""), answer));
    }

    /** Each path on the platform's host and on those of both agencies, asked by nobody and with our token. */
    static List<Asking> asked(Set<String> paths, Aviary ours, Aviary theirs) {
        List<Asking> asked = new ArrayList<>();
        List<String> hosts = new ArrayList<>(List.of(""));
        for (Aviary each : List.of(ours, theirs)) {
            for (String site : List.of(each.open, each.intranet, each.closed)) {
                hosts.add(Aviary.hostOf(site));
            }
        }
        for (String path : paths) {
            for (String host : hosts) {
                for (String token : List.of("", ours.tokens.get("administrator"))) {
                    asked.add(asking(path, host, token));
                }
            }
        }
        return asked;
    }

    private static Asking asking(String path, String host, String token) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (!host.isEmpty()) {
            headers.put("Host", host);
        }
        if (!token.isEmpty()) {
            headers.put("Authorization", "Bearer " + token);
        }
        return new Asking("GET", path, headers, new byte[0]);
    }
}
