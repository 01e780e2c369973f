package nl.plein.site.kernel;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The one JSON reader and writer of the renderer. */
public final class Json {
    /** Some maps of Java have another order in every process; what is written never has. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private Json() {}

    /** @param from named in the message when the text is not JSON */
    public static JsonNode parse(byte[] bytes, String from) {
        try {
            return MAPPER.readTree(bytes);
        } catch (JacksonException e) {
            throw new Trouble(from + " is not valid JSON: " + e.getOriginalMessage(), e);
        }
    }

    public static JsonNode parse(String text, String from) {
        return parse(text.getBytes(StandardCharsets.UTF_8), from);
    }

    public static String write(@Nullable Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** One text per value: members sorted by name, no white space. What is hashed is written like this. */
    public static String canonical(Object value) {
        Object plain = value instanceof JsonNode node ? plain(node) : value;
        return MAPPER.writeValueAsString(sorted(plain));
    }

    /** Maps, lists, strings, numbers, booleans and null: all that a template ever sees of JSON. */
    public static @Nullable Object plain(@Nullable JsonNode node) {
        if (node == null || node.isNull() || node.isMissingNode()) {
            return null;
        }
        if (node.isObject()) {
            return members(node);
        }
        if (node.isArray()) {
            List<@Nullable Object> items = new ArrayList<>(node.size());
            node.forEach(item -> items.add(plain(item)));
            return items;
        }
        if (node.isNumber()) {
            return node.numberValue();
        }
        return node.isBoolean() ? (Object) node.booleanValue() : node.asString();
    }

    public static Map<String, @Nullable Object> members(@Nullable JsonNode node) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        if (node != null) {
            node.properties().forEach(member -> members.put(member.getKey(), plain(member.getValue())));
        }
        return members;
    }

    private static @Nullable Object sorted(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> sorted = new TreeMap<>();
            map.forEach((key, member) -> sorted.put(String.valueOf(key), sorted(member)));
            return sorted;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> items = new ArrayList<>(list.size());
            list.forEach(item -> items.add(sorted(item)));
            return items;
        }
        return value;
    }
}
