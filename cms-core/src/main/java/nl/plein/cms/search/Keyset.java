package nl.plein.cms.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.plein.cms.kernel.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An order in which every publication has its own place (the id breaks ties), and "everything after this one" in it. Entries without a value come last.
 */
final class Keyset {

    static final List<IndexOrder.Step> TIES = List.of(
            new IndexOrder.Step(IndexedPublication.ID_HIGH, Form.ORDINAL, false),
            new IndexOrder.Step(IndexedPublication.ID_LOW, Form.ORDINAL, false));

    private final List<IndexOrder.Step> steps = new ArrayList<>();

    Keyset(List<SortKey> sort, KnownFields fields) {
        for (SortKey key : sort) {
            IndexedField field = fields.sortable(key.field());
            steps.add(new IndexOrder.Step(field.index(), field.form(), key.descending()));
        }
        steps.addAll(TIES);
    }

    /** The values of its hits are their places: one in every step, the halves of the id last. */
    IndexOrder order() {
        return IndexOrder.by(steps);
    }

    static UUID id(List<?> place) {
        return new UUID(
                (Long) place.get(place.size() - 2) ^ Long.MIN_VALUE,
                (Long) place.get(place.size() - 1) ^ Long.MIN_VALUE);
    }

    static String written(List<? extends @Nullable Object> place) {
        List<@Nullable Object> values = new ArrayList<>();
        place.forEach(value -> values.add(value instanceof LocalDate day ? day.toString() : value));
        return Json.write(values);
    }

    /** @param written what {@link #written} made of the last hit of a page in this same order */
    IndexOrder after(String written) {
        JsonNode place = Json.parse(written);
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            JsonNode value = place.path(i);
            values.add(value.isNull() ? null : read(steps.get(i).form(), value));
        }
        return order().after(values);
    }

    private static Object read(Form form, JsonNode value) {
        return switch (form) {
            case NUMBER -> value.asDouble();
            case DAY -> LocalDate.parse(value.asString());
            case ORDINAL, MOMENT -> value.asLong();
            case TRUTH -> value.asBoolean();
            default -> value.asString();
        };
    }
}
