package nl.plein.cms.exchange;

import java.util.List;
import java.util.Map;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.model.ContentType;
import nl.plein.cms.model.FieldKind;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Definitions of the content types that a mapping wants. */
final class MappedType {

    private static final List<FieldKind> OF_ALL_LOCALES =
            List.of(FieldKind.DATE, FieldKind.DATE_TIME, FieldKind.REFERENCES, FieldKind.TAGS);

    private MappedType() {}

    /** One that the agency lacks. @param name of the kind of source */
    static ObjectNode of(ImportMapping.Kind kind, String name, Map<String, FieldKind> fields) {
        ObjectNode type = Json.mapper().createObjectNode();
        type.put("key", kind.type());
        type.put("name", SourceDocument.readable(kind.type()));
        type.put("description", "Made by an import, of the kind \"" + name + "\".");
        type.put("titleField", kind.titleField());
        type.put("pathPattern", kind.pathPattern().orElse("/" + kind.type() + "/{slug}"));
        ArrayNode all = type.putArray("fields");
        fields.forEach((key, fieldKind) ->
                field(all.addObject(), key, fieldKind).put("required", key.equals(kind.titleField())));
        if (name.startsWith("wordpress-")) {
            ObjectNode comments = field(all.addObject(), SourceText.COMMENTS, FieldKind.GROUPS);
            ArrayNode inside = comments.putArray("fields");
            field(inside.addObject(), "author", FieldKind.TEXT);
            field(inside.addObject(), "date", FieldKind.DATE_TIME).remove("localised");
            field(inside.addObject(), "text", FieldKind.RICH_TEXT);
        }
        return type;
    }

    /** The definition of a type, and fields that it lacks. */
    static ObjectNode with(ContentType type, Map<String, FieldKind> missing) {
        ObjectNode definition = (ObjectNode) type.json().deepCopy();
        missing.forEach((key, kind) -> field(definition.withArray("fields").addObject(), key, kind));
        return definition;
    }

    private static ObjectNode field(ObjectNode field, String key, FieldKind kind) {
        field.put("key", key);
        field.put("kind", kind.key());
        if (OF_ALL_LOCALES.contains(kind)) {
            field.put("localised", false);
        }
        if (kind == FieldKind.REFERENCES || kind == FieldKind.TAGS) {
            field.putArray("allowedTypes").add(kind == FieldKind.TAGS ? ImportTypes.TAG : ImportTypes.AUTHOR);
        }
        return field;
    }
}
