package nl.plein.api.crossing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import nl.plein.api.server.Client.Answer;

/** What a site has under addresses of its own, as its colleagues find it. */
final class Pages {

    private static final Pattern LINK =
            Pattern.compile("(?:href|src|<loc)[=>]\"?(?:https?://[^/\"<]+)?(/[^\"<>?#\\s]*)");
    private static final int MOST = 400;

    /** What nothing links to. */
    private static final List<String> KNOWN = List.of(
            "/",
            "/news",
            "/nieuws",
            "/nieuws/feed.xml",
            "/feed.xml",
            "/sitemap.xml",
            "/robots.txt",
            "/search-index.json",
            "/en/search-index.json",
            "/_redirects",
            "/404.html",
            "/410.html",
            "/oud",
            "/zoeken",
            "/en");

    private Pages() {}

    /** @param heard is told of every answer on the way */
    static Set<String> of(Aviary aviary, String site, BiConsumer<Asking, Answer> heard) {
        Deque<String> waiting = new ArrayDeque<>(KNOWN);
        aviary.names.get("path").stream()
                .filter(path -> path.home().equals(site))
                .forEach(path -> waiting.add(path.value()));
        Set<String> seen = new LinkedHashSet<>(waiting);
        while (!waiting.isEmpty() && seen.size() < MOST) {
            Asking asking = asking(waiting.poll(), Aviary.hostOf(site), aviary.tokens.get("administrator"));
            Answer answer = asking.send();
            heard.accept(asking, answer);
            LINK.matcher(answer.text()).results().map(found -> found.group(1)).forEach(path -> {
                if (seen.add(path)) {
                    waiting.add(path);
                }
            });
        }
        return new TreeSet<>(seen);
    }

    /** Each path on the platform's host and on those of both agencies, asked by nobody and with our tokens. */
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
