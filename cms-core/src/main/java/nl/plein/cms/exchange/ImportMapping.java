package nl.plein.cms.exchange;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.model.FieldKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What becomes of each kind of source: its content type, where its pages live, and which field gets what the front matter says.
 * The format is in {@code docs/import.md}.
 *
 * @param kinds by the names that {@link SourceKinds} gives them
 */
public record ImportMapping(Map<String, Kind> kinds) {

    /** A field of the content type. */
    record Target(String field, FieldKind kind) {}

    /**
     * @param type        key of a content type, which may have to be made
     * @param pathPattern of the paths of pages; empty: where the source has them
     * @param body        key of the field for the text below the front matter
     * @param keys        of the front matter; an empty target leaves the key out
     */
    record Kind(String type, Optional<String> pathPattern, String body, Map<String, Optional<Target>> keys) {

        /** The field that names an entry: where the first key that gives a title goes. */
        String titleField() {
            return StandardField.TITLE.keys().stream()
                    .flatMap(key -> keys.getOrDefault(key, Optional.empty()).stream())
                    .map(Target::field)
                    .findFirst()
                    .orElse(StandardField.TITLE.key());
        }
    }

    /** @param json that {@link MappingRules} has nothing to say about */
    static ImportMapping of(JsonNode json) {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        json.path("kinds").properties().forEach(kind -> kinds.put(kind.getKey(), kind(kind.getValue())));
        return new ImportMapping(kinds);
    }

    private static Kind kind(JsonNode json) {
        Map<String, Optional<Target>> keys = new LinkedHashMap<>();
        json.path("fields").properties().forEach(key -> keys.put(key.getKey(), target(key.getValue())));
        return new Kind(
                json.path("type").asString(""),
                text(json.path("pathPattern")),
                json.path("body").asString(StandardField.BODY.key()),
                keys);
    }

    private static Optional<String> text(JsonNode json) {
        return json.isString() ? Optional.of(json.stringValue()) : Optional.empty();
    }

    /** A member that says nothing by being null. */
    static void put(ObjectNode json, String member, Optional<String> value) {
        value.ifPresentOrElse(text -> json.put(member, text), () -> json.putNull(member));
    }

    private static Optional<Target> target(JsonNode json) {
        String field = json.path("field").asString("");
        return field.isEmpty()
                ? Optional.empty()
                : FieldKind.find(json.path("kind").asString("")).map(kind -> new Target(field, kind));
    }

    /** Without what a proposal says of the files that it was made for. */
    ObjectNode json() {
        ObjectNode json = Json.mapper().createObjectNode();
        ObjectNode all = json.putObject("kinds");
        kinds.forEach((name, kind) -> {
            ObjectNode one = all.putObject(name);
            one.put("type", kind.type());
            put(one, "pathPattern", kind.pathPattern());
            one.put("body", kind.body());
            ObjectNode fields = one.putObject("fields");
            kind.keys().forEach((key, target) -> {
                ObjectNode field = fields.putObject(key);
                put(field, "field", target.map(Target::field));
                target.ifPresent(there -> field.put("kind", there.kind().key()));
            });
        });
        return json;
    }
}
