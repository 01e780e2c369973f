package nl.plein.cms.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import nl.plein.cms.kernel.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One change of one type, as it is applied to texts: to those of the type, or to those with blocks of it.
 *
 * @param typesBefore all types as they were
 */
record ModelStep(ContentType before, ContentType after, FieldPlan plan, Map<String, ContentType> typesBefore) {

    static ModelStep of(
            ContentType before, ContentType after, Map<String, ContentType> typesBefore, Conversions conversions) {
        return new ModelStep(
                before, after, FieldPlan.between(before.fields(), after.fields(), conversions, "/fields"), typesBefore);
    }

    boolean changesNothing() {
        return plan.changesNothing();
    }

    /** Whether texts of this type may be written anew for it. */
    boolean concerns(String type) {
        ContentType around = typesBefore.get(type);
        return before.isBlock()
                ? around != null
                        && !around.isBlock()
                        && around.fields().stream().anyMatch(ModelStep::holdsBlocks)
                : before.key().equals(type);
    }

    static boolean holdsBlocks(Field field) {
        return field.kind() == FieldKind.BLOCKS || field.fields().stream().anyMatch(ModelStep::holdsBlocks);
    }

    /** @return the same payload if there is nothing to change in it */
    JsonNode apply(String type, JsonNode payload, List<Loss> losses) {
        if (!before.isBlock()) {
            return before.key().equals(type) ? plan.apply(payload, "", losses) : payload;
        }
        ContentType around = typesBefore.get(type);
        return around == null ? payload : inFields(around.fields(), payload, "", losses);
    }

    private JsonNode inFields(List<Field> fields, JsonNode payload, String pointer, List<Loss> losses) {
        JsonNode made = payload;
        for (Field field : fields) {
            JsonNode value = payload.path(field.key());
            String at = pointer + "/" + field.key();
            JsonNode now = inValue(field, value, at, losses);
            if (now != value) {
                made = made == payload ? payload.deepCopy() : made;
                ((ObjectNode) made).set(field.key(), now);
            }
        }
        return made;
    }

    private JsonNode inValue(Field field, JsonNode value, String at, List<Loss> losses) {
        return switch (field.kind()) {
            case GROUP -> value.isObject() ? inFields(field.fields(), value, at, losses) : value;
            case GROUPS -> each(value, at, (item, place) -> inFields(field.fields(), item, place, losses));
            case BLOCKS -> each(value, at, (item, place) -> block(item, place, losses));
            default -> value;
        };
    }

    private JsonNode block(JsonNode block, String at, List<Loss> losses) {
        ContentType type = typesBefore.get(block.path("type").asString(""));
        JsonNode fields = block.path("fields");
        if (type == null || !type.isBlock() || !fields.isObject()) {
            return block;
        }
        JsonNode inner = inFields(type.fields(), fields, at + "/fields", losses);
        JsonNode now = type.key().equals(before.key()) ? plan.apply(inner, at + "/fields", losses) : inner;
        if (now == fields) {
            return block;
        }
        ObjectNode made = (ObjectNode) block.deepCopy();
        made.set("fields", now);
        return made;
    }

    private static JsonNode each(JsonNode list, String at, BiFunction<JsonNode, String, JsonNode> work) {
        if (!list.isArray()) {
            return list;
        }
        List<JsonNode> made = new ArrayList<>();
        boolean changed = false;
        for (int i = 0; i < list.size(); i++) {
            JsonNode item = Objects.requireNonNull(list.get(i));
            JsonNode now = item.isObject() ? work.apply(item, at + "/" + i) : item;
            changed |= now != item;
            made.add(now);
        }
        if (!changed) {
            return list;
        }
        ArrayNode items = Json.mapper().createArrayNode();
        made.forEach(items::add);
        return items;
    }
}
