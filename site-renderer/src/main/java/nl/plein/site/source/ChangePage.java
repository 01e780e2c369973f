package nl.plein.site.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.plein.site.kernel.Trouble;
import tools.jackson.databind.JsonNode;

/**
 * A page of the change feed.
 *
 * @param complete true on the last page of the way from {@code after} to {@code until}
 * @param next     the cursor of the next page; empty on the last
 * @param afterMadeAt when the version {@code after} was made; empty for 0 and from sources that do not say
 * @param untilMadeAt when the version {@code until} was made; empty for 0 and from sources that do not say
 */
public record ChangePage(
        long after,
        long until,
        boolean complete,
        List<Change> items,
        Optional<String> next,
        Optional<String> afterMadeAt,
        Optional<String> untilMadeAt) {

    public static ChangePage of(JsonNode json) {
        List<Change> items = new ArrayList<>();
        json.path("items").forEach(item -> items.add(Change.of(item)));
        Optional<String> next = Optional.ofNullable(
                        json.path("page").path("next").asString(null))
                .filter(cursor -> !cursor.isEmpty());
        boolean complete = json.path("complete").asBoolean(next.isEmpty());
        if (!complete && next.isEmpty()) {
            throw new Trouble(
                    "A page of the change feed says that it is not the last, but has no cursor for the next.");
        }
        return new ChangePage(
                json.path("after").asLong(0),
                json.path("until").asLong(0),
                complete,
                List.copyOf(items),
                next,
                madeAt(json, "afterMadeAt"),
                madeAt(json, "untilMadeAt"));
    }

    static Optional<String> madeAt(JsonNode json, String member) {
        return Optional.ofNullable(json.path(member).asString(null));
    }
}
