package nl.plein.cms.search;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.plein.cms.model.ContentType;

/** What lists can ask of a type. */
public final class AskableFields {

    /** @param gone whether it can't be asked at all; if not, it is compared otherwise */
    public record Lost(String name, boolean gone) {}

    private AskableFields() {}

    /** What lists can ask of a type as it is, and not in the same way of what it would be; by name. */
    public static List<Lost> lost(ContentType before, ContentType after) {
        if (before.isBlock()) {
            return List.of();
        }
        Map<String, IndexedField> still = new TreeMap<>();
        TypeFields.of(after).forEach(field -> still.put(field.name(), field));
        return TypeFields.of(before).stream()
                .filter(field -> !field.equals(still.get(field.name())))
                .map(field -> new Lost(field.name(), !still.containsKey(field.name())))
                .toList();
    }
}
