package nl.plein.cms.content;

import nl.plein.cms.kernel.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A place that two writers changed in different ways.
 *
 * @param field   key of the field; below it, parts are told by {@code /}: ids of blocks, numbers of repeated groups, keys
 * @param element of rich text: counts from 1 in the base, {@code 3/2} is the second item or row of the third element; empty
 *                if the field as a whole is meant
 * @param base    null where it was not there
 * @param mine    null where it was taken away
 * @param theirs  null where it was taken away
 */
record Clash(
        String field, String element, @Nullable JsonNode base, @Nullable JsonNode mine, @Nullable JsonNode theirs) {

    /** For a sentence: {@code body 3/2}. */
    String place() {
        return element.isEmpty() ? field : field + " " + element;
    }

    ObjectNode json() {
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("field", field);
        if (!element.isEmpty()) {
            json.put("element", element);
        }
        json.set("base", orNull(base));
        json.set("mine", orNull(mine));
        json.set("theirs", orNull(theirs));
        return json;
    }

    private static JsonNode orNull(@Nullable JsonNode value) {
        return value == null ? Json.mapper().nullNode() : value;
    }
}
