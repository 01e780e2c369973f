package nl.plein.cms.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the field that a JSON Pointer into a payload leads to, through groups and blocks. */
final class FieldAt {

    private final ContentType type;
    private final Map<String, ContentType> types;

    FieldAt(ContentType type, Map<String, ContentType> types) {
        this.type = type;
        this.types = types;
    }

    /** The innermost field on the way; empty for the payload itself and what no field knows. */
    Optional<Field> field(String pointer) {
        List<Field> level = type.fields();
        Optional<Field> found = Optional.empty();
        for (String step : steps(pointer)) {
            Optional<Field> next = find(level, step);
            if (next.isPresent()) {
                found = next;
                level = inside(next.get());
            }
        }
        return found;
    }

    /** The fields that may stand at this place. */
    List<Field> known(String pointer) {
        List<Field> level = type.fields();
        for (String step : steps(pointer)) {
            Optional<Field> next = find(level, step);
            if (next.isPresent()) {
                level = inside(next.get());
            }
        }
        return level;
    }

    private List<Field> inside(Field field) {
        if (field.kind() != FieldKind.BLOCKS) {
            return field.fields();
        }
        return types.values().stream()
                .filter(ContentType::isBlock)
                .filter(block ->
                        field.allowedBlocks().isEmpty() || field.allowedBlocks().contains(block.key()))
                .flatMap(block -> block.fields().stream())
                .toList();
    }

    private static Optional<Field> find(List<Field> level, String key) {
        return level.stream().filter(field -> field.key().equals(key)).findFirst();
    }

    private static List<String> steps(String pointer) {
        return pointer.isEmpty() ? List.of() : List.of(pointer.substring(1).split("/"));
    }
}
