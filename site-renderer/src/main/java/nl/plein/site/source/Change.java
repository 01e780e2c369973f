package nl.plein.site.source;

import nl.plein.site.kernel.Trouble;
import tools.jackson.databind.JsonNode;

/** One line of the change feed. */
public sealed interface Change {

    /** Where an entry is, or was. An entry without a page has the path "". */
    record Place(String locale, String audience, String path, String id) {
        static Place of(JsonNode json) {
            return new Place(
                    json.path("locale").asString(""),
                    json.path("audience").asString("everyone"),
                    json.path("path").asString(""),
                    json.path("id").asString(""));
        }
    }

    record EntryThere(Place place, JsonNode entry) implements Change {}

    record EntryGone(Place place) implements Change {}

    /**
     * @param kind     menu, setting, redirect, theme or group
     * @param audience who may know of it: a redirect or tombstone is as private as the page that left it, a group is its members'
     */
    record PartThere(String kind, String key, String audience, JsonNode value) implements Change {}

    record PartGone(String kind, String key, String audience) implements Change {}

    /** Everything of this entry must be forgotten, also where it is not visible. */
    record Purge(String id) implements Change {}

    static Change of(JsonNode json) {
        String kind = json.path("kind").asString("");
        boolean gone = json.path("gone").asBoolean(false);
        return switch (kind) {
            case "purge" -> new Purge(json.path("id").asString(""));
            case "entry" -> gone ? new EntryGone(Place.of(json)) : new EntryThere(Place.of(json), json.path("entry"));
            case "menu", "setting", "redirect", "theme", "group" -> {
                String key = json.path("key").asString("");
                String audience = json.path("audience").asString("everyone");
                yield gone ? new PartGone(kind, key, audience) : new PartThere(kind, key, audience, json.path("value"));
            }
            default ->
                throw new Trouble("The change feed speaks of a kind '" + kind
                        + "' that this renderer does not know. Use a renderer of the server's release.");
        };
    }
}
