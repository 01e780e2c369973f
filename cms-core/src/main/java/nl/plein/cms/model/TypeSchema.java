package nl.plein.cms.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Compiles a content type to JSON Schema 2020-12. The lenient schema asks for the right shape only, as drafts need; the strict
 *  one asks for everything that must be right before publishing. */
final class TypeSchema {

    private static final String UUID = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$";
    private static final String DATE = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
    private static final String DATE_TIME =
            "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2})$";
    private static final String COLOUR = "^#[0-9a-fA-F]{6}$";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<String, ContentType> blocks;
    private final boolean strict;
    private final Set<String> used = new LinkedHashSet<>();

    /** @param blocks the block types of the agency by key */
    TypeSchema(Map<String, ContentType> blocks, boolean strict) {
        this.blocks = blocks;
        this.strict = strict;
    }

    ObjectNode of(ContentType type) {
        ObjectNode schema = JSON.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", type.key());
        schema.setAll(fields(type.fields()));
        ObjectNode definitions = JSON.objectNode();
        while (definitions.size() < used.size()) {
            for (String block : List.copyOf(used)) {
                if (!definitions.has("block-" + block)) {
                    definitions.set("block-" + block, fields(block(block).fields()));
                }
            }
        }
        if (!definitions.isEmpty()) {
            schema.set("$defs", definitions);
        }
        return schema;
    }

    private ContentType block(String key) {
        return java.util.Objects.requireNonNull(blocks.get(key), key);
    }

    private ObjectNode fields(List<Field> fields) {
        ObjectNode schema = object();
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = JSON.arrayNode();
        ArrayNode conditions = JSON.arrayNode();
        for (Field field : fields) {
            properties.set(field.key(), value(field));
            if (strict && field.required()) {
                field.visibleWhen()
                        .ifPresentOrElse(
                                condition -> conditions.add(requiredWhen(condition, field)),
                                () -> required.add(field.key()));
            }
        }
        schema.put("additionalProperties", false);
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        if (!conditions.isEmpty()) {
            schema.set("allOf", conditions);
        }
        return schema;
    }

    private static ObjectNode requiredWhen(Field.Condition condition, Field field) {
        ObjectNode schema = JSON.objectNode();
        ObjectNode when = schema.putObject("if");
        ArrayNode values =
                when.putObject("properties").putObject(condition.field()).putArray("enum");
        condition.values().forEach(values::add);
        when.putArray("required").add(condition.field());
        schema.putObject("then").putArray("required").add(field.key());
        return schema;
    }

    private ObjectNode value(Field field) {
        return switch (field.kind()) {
            case TEXT, LONG_TEXT, RICH_TEXT -> text(field);
            case NUMBER -> number(field);
            case BOOLEAN -> JSON.objectNode().put("type", "boolean");
            case DATE -> JSON.objectNode().put("type", "string").put("pattern", DATE);
            case DATE_TIME -> JSON.objectNode().put("type", "string").put("pattern", DATE_TIME);
            case SELECT -> select(field);
            case TAGS, REFERENCES -> many(field, pointer("entry"));
            case REFERENCE -> pointer("entry");
            case ASSET -> asset();
            case LOCATION -> location();
            case LINK -> link();
            case COLOUR -> JSON.objectNode().put("type", "string").put("pattern", COLOUR);
            case JSON -> JSON.objectNode();
            case BLOCKS -> many(field, block(field));
            case GROUP -> fields(field.fields());
            case GROUPS -> many(field, fields(field.fields()));
        };
    }

    private ObjectNode text(Field field) {
        ObjectNode schema = JSON.objectNode().put("type", "string");
        if (strict) {
            long least = Math.max(field.rules().minLength().orElse(0L), field.required() ? 1 : 0);
            if (least > 0) {
                schema.put("minLength", least);
            }
            field.rules().maxLength().ifPresent(most -> schema.put("maxLength", most));
            field.rules().pattern().ifPresent(pattern -> schema.put("pattern", pattern));
        }
        return schema;
    }

    private ObjectNode number(Field field) {
        ObjectNode schema = JSON.objectNode().put("type", "number");
        if (strict) {
            field.rules().min().ifPresent(min -> schema.put("minimum", min));
            field.rules().max().ifPresent(max -> schema.put("maximum", max));
        }
        return schema;
    }

    private ObjectNode select(Field field) {
        ObjectNode schema = JSON.objectNode().put("type", "string");
        if (strict) {
            ArrayNode values = schema.putArray("enum");
            field.options().forEach(option -> values.add(option.value()));
        }
        return schema;
    }

    private ObjectNode many(Field field, ObjectNode items) {
        ObjectNode schema = JSON.objectNode().put("type", "array");
        schema.set("items", items);
        if (strict) {
            long least = Math.max(field.rules().minItems().orElse(0L), field.required() ? 1 : 0);
            if (least > 0) {
                schema.put("minItems", least);
            }
            field.rules().maxItems().ifPresent(most -> schema.put("maxItems", most));
        }
        return schema;
    }

    private ObjectNode block(Field field) {
        List<String> allowed = blocks.keySet().stream()
                .filter(key ->
                        field.allowedBlocks().isEmpty() || field.allowedBlocks().contains(key))
                .sorted()
                .toList();
        used.addAll(allowed);
        ObjectNode schema = object();
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("id").put("type", "string").put("pattern", "^[A-Za-z0-9_-]{1,64}$");
        ArrayNode types = properties.putObject("type").put("type", "string").putArray("enum");
        allowed.forEach(types::add);
        properties.putObject("fields").put("type", "object");
        schema.put("additionalProperties", false);
        schema.putArray("required").add("id").add("type").add("fields");
        ArrayNode all = schema.putArray("allOf");
        for (String key : allowed) {
            ObjectNode choice = all.addObject();
            ObjectNode when = choice.putObject("if");
            when.putObject("properties").putObject("type").put("const", key);
            when.putArray("required").add("type");
            choice.putObject("then").putObject("properties").putObject("fields").put("$ref", "#/$defs/block-" + key);
        }
        if (all.isEmpty()) {
            schema.remove("allOf");
        }
        return schema;
    }

    private static ObjectNode pointer(String member) {
        ObjectNode schema = object();
        schema.putObject("properties").putObject(member).put("type", "string").put("pattern", UUID);
        schema.put("additionalProperties", false);
        schema.putArray("required").add(member);
        return schema;
    }

    /** With what stays when this use of the picture is cut. */
    private static ObjectNode asset() {
        ObjectNode schema = with(pointer("asset"), "alt", "string");
        ObjectNode focus = object();
        ObjectNode place = focus.putObject("properties");
        place.putObject("x").put("type", "number").put("minimum", 0).put("maximum", 1);
        place.putObject("y").put("type", "number").put("minimum", 0).put("maximum", 1);
        focus.put("additionalProperties", false);
        focus.putArray("required").add("x").add("y");
        ((ObjectNode) schema.get("properties")).set("focus", focus);
        return schema;
    }

    private static ObjectNode link() {
        ObjectNode schema = object();
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("entry").put("type", "string").put("pattern", UUID);
        properties.putObject("href").put("type", "string").put("maxLength", 8_000);
        properties.putObject("label").put("type", "string");
        schema.put("additionalProperties", false);
        return schema;
    }

    private static ObjectNode location() {
        ObjectNode schema = object();
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("lat").put("type", "number").put("minimum", -90).put("maximum", 90);
        properties.putObject("lon").put("type", "number").put("minimum", -180).put("maximum", 180);
        properties.putObject("label").put("type", "string");
        schema.put("additionalProperties", false);
        schema.putArray("required").add("lat").add("lon");
        return schema;
    }

    private static ObjectNode with(ObjectNode schema, String member, String type) {
        ((ObjectNode) schema.get("properties")).putObject(member).put("type", type);
        return schema;
    }

    private static ObjectNode object() {
        return JSON.objectNode().put("type", "object");
    }

    static JsonNode schema(ContentType type, Map<String, ContentType> blocks, boolean strict) {
        return new TypeSchema(blocks, strict).of(type);
    }
}
