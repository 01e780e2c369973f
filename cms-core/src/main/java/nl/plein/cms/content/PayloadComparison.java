package nl.plein.cms.content;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nl.plein.cms.content.FieldChange.Kind;
import nl.plein.cms.model.ContentType;
import nl.plein.cms.model.Field;
import nl.plein.cms.model.FieldKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Finds where two payloads of one type differ: field by field, block by block, member by member of repeated groups. */
final class PayloadComparison {

    private final Map<String, ContentType> types;
    private final List<FieldChange> changes = new ArrayList<>();

    private PayloadComparison(Map<String, ContentType> types) {
        this.types = types;
    }

    /** @param types of the agency, by key: blocks are among them */
    static List<FieldChange> between(Map<String, ContentType> types, ContentType type, JsonNode from, JsonNode to) {
        PayloadComparison comparison = new PayloadComparison(types);
        comparison.all(type.fields(), "", from, to);
        return comparison.changes;
    }

    private void all(List<Field> fields, String place, JsonNode from, JsonNode to) {
        fields.forEach(field -> one(field, place + field.key(), from.get(field.key()), to.get(field.key())));
    }

    private void one(Field field, String place, @Nullable JsonNode from, @Nullable JsonNode to) {
        if (Objects.equals(from, to)) {
            return;
        }
        if (from == null || to == null || !inside(field, place, from, to)) {
            Kind kind = from == null ? Kind.ADDED : to == null ? Kind.REMOVED : Kind.CHANGED;
            changes.add(new FieldChange(place, kind, from, to, marked(field.kind(), from, to)));
        }
    }

    private static Optional<String> marked(FieldKind kind, @Nullable JsonNode from, @Nullable JsonNode to) {
        String before = from == null ? "" : from.asString("");
        String after = to == null ? "" : to.asString("");
        return switch (kind) {
            case TEXT, LONG_TEXT -> Optional.of(MarkedText.between(before, after));
            case RICH_TEXT -> Optional.of(MarkedRichText.between(before, after));
            default -> Optional.empty();
        };
    }

    /** @return whether changes of its parts say it all */
    private boolean inside(Field field, String place, JsonNode from, JsonNode to) {
        boolean lists = from.isArray() && to.isArray();
        if (field.kind() == FieldKind.GROUP && from.isObject() && to.isObject()) {
            all(field.fields(), place + "/", from, to);
        } else if (field.kind() == FieldKind.GROUPS && lists) {
            members(field, place, items(from), items(to));
        } else if (field.kind() == FieldKind.BLOCKS && lists) {
            blocks(place, named(from), named(to));
        } else {
            return false;
        }
        return true;
    }

    private void members(Field field, String place, List<JsonNode> from, List<JsonNode> to) {
        int shift = 0;
        for (Difference<JsonNode> difference : Difference.between(from, to)) {
            List<JsonNode> before = from.subList(difference.from(), difference.to());
            List<JsonNode> after = difference.by();
            int number = difference.from() + shift + 1;
            for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
                String member = place + "/" + (number + i);
                if (i >= after.size()) {
                    changes.add(new FieldChange(member, Kind.REMOVED, before.get(i), null, Optional.empty()));
                } else if (i >= before.size()) {
                    changes.add(new FieldChange(member, Kind.ADDED, null, after.get(i), Optional.empty()));
                } else {
                    all(field.fields(), member + "/", before.get(i), after.get(i));
                }
            }
            shift += after.size() - before.size();
        }
    }

    private void blocks(String place, Map<String, JsonNode> from, Map<String, JsonNode> to) {
        Set<String> moved = moved(from, to);
        to.forEach((id, after) -> {
            JsonNode before = from.get(id);
            String block = place + "/" + id;
            if (before == null) {
                changes.add(new FieldChange(block, Kind.ADDED, null, after, Optional.empty()));
                return;
            }
            if (moved.contains(id)) {
                changes.add(new FieldChange(block, Kind.MOVED, null, null, Optional.empty()));
            }
            ContentType type = types.get(after.path("type").asString(""));
            if (type != null && after.path("type").equals(before.path("type"))) {
                all(type.fields(), block + "/", before.path("fields"), after.path("fields"));
            } else if (!after.equals(before)) {
                changes.add(new FieldChange(block, Kind.CHANGED, before, after, Optional.empty()));
            }
        });
        from.forEach((id, before) -> {
            if (!to.containsKey(id)) {
                changes.add(new FieldChange(place + "/" + id, Kind.REMOVED, before, null, Optional.empty()));
            }
        });
    }

    /** Of the blocks that stayed, those that had to move for the others to keep their order. */
    private static Set<String> moved(Map<String, JsonNode> from, Map<String, JsonNode> to) {
        List<String> before = from.keySet().stream().filter(to::containsKey).toList();
        List<String> after = to.keySet().stream().filter(from::containsKey).toList();
        Set<String> moved = new HashSet<>();
        Difference.between(before, after).forEach(difference -> moved.addAll(difference.by()));
        return moved;
    }

    private static Map<String, JsonNode> named(JsonNode blocks) {
        Map<String, JsonNode> named = new LinkedHashMap<>();
        blocks.forEach(block -> named.put(block.path("id").asString(""), block));
        return named;
    }

    private static List<JsonNode> items(JsonNode array) {
        List<JsonNode> items = new ArrayList<>();
        array.forEach(items::add);
        return items;
    }
}
