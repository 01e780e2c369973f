package nl.plein.api.server;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** Follows the links of a site to all addresses that it has. */
public final class Crawler {

    private static final Pattern LINK =
            Pattern.compile("(?:href|src|<loc)[=>]\"?(?:https?://[^/\"<]+)?(/[^\"<>?#\\s]*)");

    /** Files that nothing links to. */
    private static final List<String> UNLINKED = List.of(
            "/",
            "/en",
            "/feed.xml",
            "/nieuws/feed.xml",
            "/sitemap.xml",
            "/robots.txt",
            "/search-index.json",
            "/en/search-index.json",
            "/_redirects",
            "/404.html",
            "/410.html");

    private Crawler() {}

    /**
     * @param known more addresses to begin with
     * @param most  that are followed
     * @param heard is told of every address and its answer
     */
    public static Set<String> addresses(
            Client client, Collection<String> known, int most, BiConsumer<String, Client.Answer> heard) {
        Set<String> seen = new LinkedHashSet<>(UNLINKED);
        seen.addAll(known);
        Deque<String> waiting = new ArrayDeque<>(seen);
        while (!waiting.isEmpty()) {
            String address = waiting.poll();
            Client.Answer answer = client.get(address);
            heard.accept(address, answer);
            LINK.matcher(answer.text()).results().map(found -> found.group(1)).forEach(next -> {
                if (seen.size() < most && seen.add(next)) {
                    waiting.add(next);
                }
            });
        }
        return new TreeSet<>(seen);
    }
}
