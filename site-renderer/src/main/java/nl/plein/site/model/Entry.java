package nl.plein.site.model;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.plein.site.kernel.Hashes;
import nl.plein.site.kernel.Json;
import nl.plein.site.source.AssetFile;
import nl.plein.site.source.Change.Place;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One translation of an entry, as the feed tells it: references are ids.
 *
 * @param path        "" when it has no page
 * @param publishedAt RFC 3339, or ""
 * @param fields      plain JSON values
 * @param assets      what the fields name by id
 */
public record Entry(
        String id,
        String type,
        String locale,
        String audience,
        String path,
        String title,
        String publishedAt,
        String updatedAt,
        @Nullable String parent,
        Map<String, @Nullable Object> fields,
        Map<String, AssetFile> assets) {

    static Entry of(Place place, JsonNode json) {
        return new Entry(
                place.id(),
                json.path("type").asString(""),
                place.locale(),
                place.audience(),
                place.path(),
                json.path("title").asString(""),
                json.path("publishedAt").asString(""),
                json.path("updatedAt").asString(""),
                json.path("parent").asString(null),
                Collections.unmodifiableMap(Json.members(json.get("fields"))),
                assets(json.path("assets")));
    }

    public boolean hasPage() {
        return !path.isEmpty();
    }

    /** 64 hexadecimal digits that are this entry's own for as long as it lives: seed of patterns. */
    public String seed() {
        return Hashes.sha256(id);
    }

    /** Ids of the entries that the fields refer to; links inside rich text are not references. */
    public Set<String> references() {
        Set<String> ids = new LinkedHashSet<>();
        collect(fields, ids);
        return ids;
    }

    /** A field, or one of the entry's own dates, as something to order by; null sorts first. */
    public @Nullable Object sortKey(String name) {
        return switch (name) {
            case "publishedAt" -> publishedAt;
            case "updatedAt" -> updatedAt;
            case "title" -> title;
            case "path" -> path;
            default -> fields.get(name);
        };
    }

    private static void collect(@Nullable Object value, Set<String> ids) {
        if (value instanceof Map<?, ?> map) {
            if (map.get("entry") instanceof String id) {
                ids.add(id);
            }
            map.values().forEach(member -> collect(member, ids));
        } else if (value instanceof List<?> list) {
            list.forEach(item -> collect(item, ids));
        }
    }

    private static Map<String, AssetFile> assets(JsonNode json) {
        Map<String, AssetFile> assets = new HashMap<>();
        json.properties().forEach(member -> {
            JsonNode file = member.getValue();
            assets.put(
                    member.getKey(),
                    new AssetFile(
                            member.getKey(),
                            file.path("file").asString("file"),
                            file.path("mediaType").asString("application/octet-stream"),
                            file.path("size").asLong(0),
                            file.path("width").asInt(0),
                            file.path("height").asInt(0),
                            file.path("sha256").asString("")));
        });
        return assets;
    }
}
