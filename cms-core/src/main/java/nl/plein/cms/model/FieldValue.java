package nl.plein.cms.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * A value in a payload, with the field it belongs to.
 *
 * @param pointer JSON Pointer into the payload
 * @param path    the same for all items of a list: the keys of the fields, and of blocks, that lead to it
 */
public record FieldValue(Field field, JsonNode value, String pointer, String path) {

    /** Values of some fields, wherever they are: in groups and in blocks too. */
    static List<FieldValue> in(
            Map<String, ContentType> types, ContentType type, JsonNode payload, Predicate<Field> which) {
        var walk = new Walk(types, which, new ArrayList<>());
        walk.fields(type.fields(), payload, "", "");
        return walk.found;
    }

    private record Walk(Map<String, ContentType> types, Predicate<Field> which, List<FieldValue> found) {

        void fields(List<Field> fields, JsonNode payload, String pointer, String path) {
            for (Field field : fields) {
                JsonNode value = payload.path(field.key());
                if (!value.isMissingNode() && !value.isNull()) {
                    value(field, value, pointer + "/" + field.key(), path + "/" + field.key());
                }
            }
        }

        private void value(Field field, JsonNode value, String pointer, String path) {
            if (which.test(field)) {
                found.add(new FieldValue(field, value, pointer, path));
            }
            switch (field.kind()) {
                case GROUP -> fields(field.fields(), value, pointer, path);
                case GROUPS -> {
                    for (int i = 0; i < value.size(); i++) {
                        fields(field.fields(), value.path(i), pointer + "/" + i, path);
                    }
                }
                case BLOCKS -> {
                    for (int i = 0; i < value.size(); i++) {
                        block(value.path(i), pointer + "/" + i, path);
                    }
                }
                default -> {}
            }
        }

        private void block(JsonNode block, String pointer, String path) {
            ContentType type = types.get(block.path("type").asString(""));
            if (type != null && type.isBlock()) {
                fields(type.fields(), block.path("fields"), pointer + "/fields", path + "/" + type.key());
            }
        }
    }
}
