package nl.plein.api.server;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.plein.cms.model.JsonSchemas;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schemas of the OpenAPI document, read more strictly than clients should: members that they don't name are wrong, and
 * so are ids and times of another form. Each is compiled once.
 */
public final class StrictSchemas {

    private static final String COMPONENTS = "#/components/schemas/";
    private static final Map<String, String> FORMATS = Map.of(
            "uuid", "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$",
            "date", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
            "date-time", "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$");

    private final JsonSchemas schemas = new JsonSchemas();
    private final Map<JsonNode, JsonSchemas.Compiled> compiled = new ConcurrentHashMap<>();
    private final JsonNode components;

    StrictSchemas(JsonNode document) {
        components = document.path("components").path("schemas");
    }

    /** What is wrong with the value; empty if it is what the schema says. */
    public List<String> faults(JsonNode schema, JsonNode value) {
        return compiled.computeIfAbsent(schema, this::compile).validate(value).stream()
                .map(fault -> fault.pointer() + " " + fault.message())
                .toList();
    }

    private JsonSchemas.Compiled compile(JsonNode schema) {
        ObjectNode whole = (ObjectNode) strict(schema.deepCopy());
        whole.set("$defs", strict(components.deepCopy()));
        return schemas.compile(whole);
    }

    private static JsonNode strict(JsonNode schema) {
        if (schema instanceof ObjectNode object) {
            // parts of a whole don't know the members of the others
            object.path("allOf").forEach(part -> ((ObjectNode) part).put("additionalProperties", true));
            object.forEach(StrictSchemas::strict);
            String reference = object.path("$ref").asString("");
            if (reference.startsWith(COMPONENTS)) {
                object.put("$ref", "#/$defs/" + reference.substring(COMPONENTS.length()));
            }
            String form = FORMATS.get(object.path("format").asString(""));
            if (form != null) {
                object.put("pattern", form);
            }
            if (object.path("properties").isObject() && !object.has("additionalProperties")) {
                object.put("additionalProperties", false);
            }
        } else if (schema instanceof ArrayNode array) {
            array.forEach(StrictSchemas::strict);
        }
        return schema;
    }
}
