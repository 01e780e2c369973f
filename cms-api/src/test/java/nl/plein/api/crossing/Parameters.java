package nl.plein.api.crossing;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import nl.plein.api.server.Route;

/** What query parameters are given: names go into places, the rest says how much is wanted. */
final class Parameters {

    private static final Set<String> NEEDED = Set.of("q", "path", "file", "act");

    private static final Map<String, List<String>> VALUES = Map.ofEntries(
            Map.entry("action", List.of("content.", "publishing.publish")),
            Map.entry("actor", List.of("<person>", "system")),
            Map.entry("act", List.of("publish", "unpublish", "delete", "move")),
            Map.entry("after", List.of("0", "1")),
            Map.entry("assigned", List.of("false")),
            Map.entry("at", List.of("<instant>")),
            Map.entry("audience", List.of("everyone", "agency")),
            Map.entry("count", List.of("true")),
            Map.entry("cursor", List.of("<cursor>")),
            Map.entry("dryRun", List.of("true")),
            Map.entry("expand", List.of("about", "picture")),
            Map.entry("fields", List.of("title", "body,about,picture")),
            Map.entry("file", List.of("lied.bin")),
            Map.entry(
                    "filter", List.of("title%20eq%20'<word>'", "body%20contains%20'<word>'", "about%20eq%20'<entry>'")),
            Map.entry("fit", List.of("cover", "contain")),
            Map.entry("force", List.of("false", "true")),
            Map.entry("format", List.of("webp", "jpeg")),
            Map.entry("from", List.of("2026-01-01T00:00:00Z")),
            Map.entry("height", List.of("160", "480")),
            Map.entry("hosts", List.of("<host>")),
            Map.entry("id", List.of("<taken-site>")),
            Map.entry("ignoreExpiry", List.of("true")),
            Map.entry("impact", List.of("0000000000000000000000000000000000000000")),
            Map.entry("kind", List.of("menu", "redirect", "setting", "group", "message")),
            Map.entry("locale", List.of("nl", "en")),
            Map.entry("mapping", List.of("<mapping>")),
            Map.entry("minVersion", List.of("1")),
            Map.entry("name", List.of("Ingebracht")),
            Map.entry("outcome", List.of("created", "failed", "changed")),
            Map.entry("number", List.of("1")),
            Map.entry("order", List.of("oldest", "newest")),
            Map.entry("pageSize", List.of("1", "100")),
            Map.entry("parent", List.of("<entry>")),
            Map.entry("path", List.of("<path>")),
            Map.entry("place", List.of("site", "archive", "trash")),
            Map.entry("publish", List.of("false")),
            Map.entry("q", List.of("zingt", "<word>")),
            Map.entry("release", List.of("<release>")),
            Map.entry("resolved", List.of("false")),
            Map.entry("seal", List.of("5f1d7a84")),
            Map.entry("slug", List.of("verhuisd")),
            Map.entry("sort", List.of("title", "-publishedAt", "-updatedAt")),
            Map.entry("source", List.of("https://elders.example")),
            Map.entry("state", List.of("waiting", "unpublished", "changed")),
            Map.entry("entry", List.of("<entry>")),
            Map.entry("text", List.of("lied", "<word>")),
            Map.entry("subject", List.of("site/<site>", "entry/<entry>")),
            Map.entry("to", List.of("2999-01-01T00:00:00Z")),
            Map.entry("title", List.of("kanarie", "<word>")),
            Map.entry("type", List.of("news", "<type>")),
            Map.entry("unused", List.of("true")),
            Map.entry("until", List.of("<version>")),
            Map.entry("version", List.of("<version>")),
            Map.entry("width", List.of("160", "640")),
            Map.entry("with", List.of("<revision>")),
            Map.entry("writer", List.of("<person>")));

    private Parameters() {}

    /** @param rest how many of those that are not needed are left out: all but one in {@code rest}
     * @throws IllegalStateException for a parameter that nobody has thought of a value for yet */
    static String of(Route route, Random random, int rest) {
        var query = new StringBuilder();
        for (String name : route.query()) {
            List<String> values = VALUES.get(name);
            if (values == null) {
                throw new IllegalStateException(
                        "Give " + name + " of " + route + " a value, so that it can be probed.");
            }
            if (NEEDED.contains(name) || random.nextInt(rest) == 0) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(values.get(random.nextInt(values.size())));
            }
        }
        return query.toString();
    }
}
