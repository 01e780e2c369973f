package nl.plein.cms.exchange;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Which entry or asset of a copy stands for which one of the original. */
final class NewNames {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final Map<UUID, UUID> names = new HashMap<>();

    void put(UUID old, UUID fresh) {
        names.put(old, fresh);
    }

    boolean knows(UUID old) {
        return names.containsKey(old);
    }

    /** The new one; an id that was not copied stays as it is. */
    UUID of(UUID old) {
        return names.getOrDefault(old, old);
    }

    /** A copy of the value in which every known id, also inside rich text, is the new one. */
    JsonNode in(JsonNode value) {
        if (value.isObject()) {
            ObjectNode copy = ((ObjectNode) value).objectNode();
            value.properties().forEach(member -> copy.set(member.getKey(), in(member.getValue())));
            return copy;
        }
        if (value.isArray()) {
            ArrayNode copy = ((ArrayNode) value).arrayNode();
            value.forEach(item -> copy.add(in(item)));
            return copy;
        }
        return value.isString() ? new StringNode(in(value.stringValue())) : value;
    }

    private String in(String text) {
        return ID.matcher(text)
                .replaceAll(found -> of(UUID.fromString(found.group())).toString());
    }
}
