package nl.plein.site.copy;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.plein.site.kernel.Json;
import nl.plein.site.source.Change;
import org.jspecify.annotations.Nullable;

/** A change as it lies in the waiting room: the feed's own JSON. */
final class WaitingChange {
    private WaitingChange() {}

    static String json(Change change) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        if (change instanceof Change.EntryThere there) {
            place(json, there.place());
            json.put("entry", there.entry());
        } else if (change instanceof Change.EntryGone gone) {
            place(json, gone.place());
            json.put("gone", true);
        } else if (change instanceof Change.PartThere part) {
            json.put("kind", part.kind());
            json.put("key", part.key());
            json.put("value", part.value());
        } else if (change instanceof Change.PartGone part) {
            json.put("kind", part.kind());
            json.put("key", part.key());
            json.put("gone", true);
        } else if (change instanceof Change.Purge purge) {
            json.put("kind", "purge");
            json.put("id", purge.id());
        }
        return Json.write(json);
    }

    static Change read(String json) {
        return Change.of(Json.parse(json, "the local copy"));
    }

    private static void place(Map<String, @Nullable Object> json, Change.Place place) {
        json.put("kind", "entry");
        json.put("locale", place.locale());
        json.put("audience", place.audience());
        json.put("path", place.path());
        json.put("id", place.id());
    }
}
