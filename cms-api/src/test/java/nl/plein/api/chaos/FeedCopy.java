package nl.plein.api.chaos;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** A consumer that knows a site from its change feed only. */
final class FeedCopy {

    private final Map<String, String> titles = new TreeMap<>();
    private long version;

    /** Goes on from where it is. @return titles by entry */
    Map<String, String> follow(ChaosSite site, long until) {
        for (JsonNode item : site.changes(version, until)) {
            if (!item.path("kind").asString().equals("entry")) {
                continue;
            }
            if (item.path("gone").asBoolean(false)) {
                titles.remove(item.path("id").asString());
            } else {
                titles.put(
                        item.path("id").asString(),
                        item.path("entry").path("title").asString());
            }
        }
        version = until;
        return titles;
    }
}
