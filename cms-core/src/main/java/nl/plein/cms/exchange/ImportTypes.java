package nl.plein.cms.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.model.ChangeType;
import nl.plein.cms.model.ContentType;
import nl.plein.cms.model.ContentTypes;
import nl.plein.cms.model.DefineType;
import nl.plein.cms.model.Field;
import nl.plein.cms.model.FieldKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The content types that imports fill: made once for an agency, which may change them afterwards. */
@ApplicationScoped
class ImportTypes {

    static final String POST = "post";
    static final String PAGE = "page";
    static final String AUTHOR = "author";
    static final String TAG = "tag";

    private static final List<String> KEYS = List.of(TAG, AUTHOR, POST, PAGE);

    @Inject
    ContentTypes types;

    @Inject
    DefineType defineType;

    @Inject
    ChangeType changeType;

    /** Makes those that the agency lacks. @throws nl.plein.cms.kernel.NotPermitted if types are missing and the caller may not make them */
    @Transactional
    void ensure() {
        for (String key : KEYS) {
            if (types.find(key).isEmpty()) {
                defineType.perform(definition(key));
            }
        }
    }

    /** Makes the types of a mapping that the agency lacks, and adds the fields that the others lack. */
    @Transactional
    void ensure(ImportMapping mapping) {
        Set<String> done = new HashSet<>();
        mapping.kinds().forEach((name, kind) -> {
            if (done.add(kind.type())) {
                Map<String, FieldKind> fields = MappingRules.fieldsOf(mapping, kind.type());
                types.find(kind.type())
                        .ifPresentOrElse(
                                type -> complete(type, fields),
                                () -> defineType.perform(MappedType.of(kind, name, fields)));
            }
        });
    }

    private void complete(ContentType type, Map<String, FieldKind> wanted) {
        Map<String, FieldKind> missing = new LinkedHashMap<>(wanted);
        type.fields().forEach(field -> missing.remove(field.key()));
        if (!missing.isEmpty()) {
            changeType.perform(type.key(), MappedType.with(type, missing));
        }
    }

    /**
     * The payload for the agency's own idea of the type: its title under the title's key, fields that it lacks or that hold
     * something else left out, with a note.
     */
    static ObjectNode fitted(ContentType type, ObjectNode fields, List<String> notes) {
        ObjectNode fitted = Json.mapper().createObjectNode();
        fields.properties().forEach(member -> {
            String key = member.getKey().equals("title") ? type.titleField() : member.getKey();
            Field field = type.field(key).orElse(null);
            if (field != null && fits(field.kind(), member.getValue())) {
                fitted.set(key, value(field.kind(), member.getValue()));
            } else {
                notes.add("The type \"" + type.key() + "\" has no field for \"" + member.getKey()
                        + "\"; it was left out.");
            }
        });
        return fitted;
    }

    private static boolean fits(FieldKind kind, JsonNode value) {
        if (kind == FieldKind.JSON) {
            return true;
        }
        if (value.isNumber() || value.isBoolean()) {
            return kind == (value.isNumber() ? FieldKind.NUMBER : FieldKind.BOOLEAN);
        }
        if (value.isArray()) {
            return kind == FieldKind.REFERENCES || kind == FieldKind.TAGS || kind == FieldKind.GROUPS;
        }
        if (value.isObject()) {
            return kind == FieldKind.ASSET;
        }
        return kind.isText() || kind == FieldKind.DATE || kind == FieldKind.DATE_TIME;
    }

    /** A day where the agency's type keeps days only. */
    private static JsonNode value(FieldKind kind, JsonNode value) {
        return kind == FieldKind.DATE && value.isString() && value.stringValue().length() > 10
                ? Json.mapper().getNodeFactory().stringNode(value.stringValue().substring(0, 10))
                : value;
    }

    private static JsonNode definition(String key) {
        try (InputStream in = ImportTypes.class.getResourceAsStream("types/" + key + ".json")) {
            if (in == null) {
                throw new IllegalStateException("types/" + key + ".json is missing");
            }
            return Json.parse(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
