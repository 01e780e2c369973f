package nl.plein.cms.content;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.model.ContentType;
import nl.plein.cms.model.Field;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Copies a payload: rich text in normal form, ids in lower case, empty values left out, blocks with an id; and notes what it
 *  points at. What does not fit its field is copied as it is; the model says what is wrong with it. */
final class PayloadReader {

    private final Map<String, ContentType> types;
    private final List<Payload.Pointer> pointers = new ArrayList<>();

    PayloadReader(Map<String, ContentType> types) {
        this.types = types;
    }

    List<Payload.Pointer> pointers() {
        return pointers;
    }

    ObjectNode read(List<Field> fields, ObjectNode sent, String place) {
        ObjectNode read = Json.mapper().createObjectNode();
        for (Map.Entry<String, JsonNode> member : sent.properties()) {
            String at = place + "/" + member.getKey();
            if (!member.getValue().isNull()) {
                JsonNode value = fields.stream()
                        .filter(field -> field.key().equals(member.getKey()))
                        .findFirst()
                        .map(field -> value(field, member.getValue(), at))
                        .orElse(member.getValue());
                read.set(member.getKey(), value);
            }
        }
        return read;
    }

    private JsonNode value(Field field, JsonNode sent, String at) {
        return switch (field.kind()) {
            case RICH_TEXT -> richText(sent, at);
            case REFERENCE, ASSET, LINK -> pointing(sent, at);
            case REFERENCES, TAGS -> all(sent, at, this::pointing);
            case BLOCKS -> blocks(sent, at);
            case GROUP -> group(field, sent, at);
            case GROUPS -> all(sent, at, (item, place) -> group(field, item, place));
            default -> sent;
        };
    }

    private JsonNode richText(JsonNode sent, String at) {
        if (!sent.isString()) {
            return sent;
        }
        String normal = RichText.normalise(sent.stringValue());
        for (RichText.Reference reference : RichText.references(normal)) {
            boolean entry = reference.kind() == RichText.Kind.ENTRY;
            pointers.add(new Payload.Pointer(entry ? Reference.ENTRY : Reference.ASSET, reference.id(), at));
        }
        return Json.mapper().getNodeFactory().stringNode(normal);
    }

    private JsonNode pointing(JsonNode sent, String at) {
        if (!sent.isObject()) {
            return sent;
        }
        ObjectNode read = Json.mapper().createObjectNode();
        sent.properties().stream()
                .filter(member -> !member.getValue().isNull())
                .forEach(member -> read.set(member.getKey(), member.getValue()));
        point(read, Reference.ENTRY, at);
        point(read, Reference.ASSET, at);
        return read;
    }

    private void point(ObjectNode value, String member, String at) {
        String id = value.path(member).asString("").strip().toLowerCase(Locale.ROOT);
        if (RichTextReader.isId(id)) {
            value.put(member, id);
            pointers.add(new Payload.Pointer(member, UUID.fromString(id), at));
        }
    }

    private JsonNode group(Field field, JsonNode sent, String at) {
        return sent.isObject() ? read(field.fields(), (ObjectNode) sent, at) : sent;
    }

    private interface Reading {
        JsonNode read(JsonNode item, String place);
    }

    private static JsonNode all(JsonNode sent, String at, Reading reading) {
        if (!sent.isArray()) {
            return sent;
        }
        ArrayNode read = Json.mapper().createArrayNode();
        for (int i = 0; i < sent.size(); i++) {
            read.add(reading.read(sent.get(i), at + "/" + i));
        }
        return read;
    }

    private JsonNode blocks(JsonNode sent, String at) {
        Set<String> ids = new HashSet<>();
        sent.values().forEach(block -> ids.add(block.path("id").asString("")));
        return all(sent, at, (block, place) -> block.isObject() ? block((ObjectNode) block, place, ids) : block);
    }

    private ObjectNode block(ObjectNode sent, String at, Set<String> ids) {
        ObjectNode read = Json.mapper().createObjectNode();
        read.put("id", sent.path("id").asString(""));
        sent.properties().forEach(member -> read.set(member.getKey(), member.getValue()));
        if (read.path("id").asString("").isEmpty()) {
            read.put("id", freeId(ids));
        }
        ContentType type = types.get(sent.path("type").asString(""));
        if (type != null && type.isBlock()) {
            pointers.add(new Payload.Pointer(Reference.BLOCK, Reference.blockId(type.key()), at));
            if (sent.path("fields") instanceof ObjectNode fields) {
                read.set("fields", read(type.fields(), fields, at + "/fields"));
            }
        }
        return read;
    }

    /** A number that no block has. Adds it to the ids. */
    static String freeId(Set<String> ids) {
        int number = 1;
        while (!ids.add("b" + number)) {
            number++;
        }
        return "b" + number;
    }
}
