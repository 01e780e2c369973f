package nl.plein.cms.search;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.plein.cms.kernel.Invalid;

/** The fields that a list of certain types may filter and sort by, and what each can be asked. */
final class KnownFields {

    /** Reaches a type's field whose key is also the name of a field that every entry has. */
    static final String OF_TYPE = "fields.";

    private static final List<IndexedField> FIXED = List.of(
            IndexedField.fixed("id", IndexedPublication.ENTRY, Form.KEYWORD),
            IndexedField.fixed("type", IndexedPublication.TYPE, Form.KEYWORD),
            IndexedField.fixed("locale", IndexedPublication.LOCALE, Form.KEYWORD),
            IndexedField.fixed("path", IndexedPublication.PATH, Form.KEYWORD),
            IndexedField.fixed("title", IndexedPublication.TITLE, Form.KEYWORD),
            IndexedField.fixed("publishedAt", IndexedPublication.PUBLISHED_AT, Form.MOMENT),
            IndexedField.fixed("updatedAt", IndexedPublication.UPDATED_AT, Form.MOMENT));

    private final Map<String, IndexedField> byName = new TreeMap<>();
    private final Map<String, String> unlike = new TreeMap<>();

    /** @param ofTypes the fields of all types in question; two types may share a key if the field is of one kind in both */
    KnownFields(Collection<IndexedField> ofTypes) {
        FIXED.forEach(field -> byName.put(field.name(), field));
        for (IndexedField field : ofTypes) {
            boolean shadowed = FIXED.stream().anyMatch(fixed -> fixed.name().equals(field.name()));
            String name = shadowed ? OF_TYPE + field.name() : field.name();
            IndexedField before = byName.putIfAbsent(name, field);
            if (before != null && !before.equals(field)) {
                unlike.put(name, "\"" + name + "\" is not the same kind of field in all types: name the type");
            }
        }
    }

    /** The field of a comparison, if it can be asked this. @throws Invalid {@code unknown-field}, {@code bad-filter} */
    IndexedField filterable(Filter.Comparison comparison) {
        IndexedField field = get(comparison.field());
        comparison.values().forEach(value -> check(field, comparison.operator(), value));
        return field;
    }

    /** @throws Invalid {@code unknown-field}, {@code bad-sort} */
    IndexedField sortable(String name) {
        IndexedField field = get(name);
        if (!field.isSortable()) {
            throw new Invalid(
                    "bad-sort",
                    "\"" + name + "\" can't be sorted by: it has "
                            + (field.many() ? "several values." : "no order.")
                            + " These can: " + names(IndexedField::isSortable) + ".");
        }
        return field;
    }

    private IndexedField get(String name) {
        boolean plain = byName.containsKey(name) || !name.startsWith(OF_TYPE);
        String known = plain ? name : name.substring(OF_TYPE.length());
        IndexedField field = byName.get(known);
        if (field == null) {
            throw new Invalid(
                    "unknown-field", "There is no field \"" + name + "\" here. Known: " + names(f -> true) + ".");
        }
        if (unlike.containsKey(known)) {
            throw new Invalid("unknown-field", unlike.get(known) + ".");
        }
        return field;
    }

    private static void check(IndexedField field, Operator operator, Literal value) {
        if (value instanceof Literal.Nothing) {
            return;
        }
        if (!field.isFilterable(operator)) {
            throw new Invalid(
                    "bad-filter",
                    "\"" + field.name() + "\" can't be asked " + operator.word() + "; it can be asked "
                            + possible(field) + ".");
        }
        boolean fits =
                switch (field.form()) {
                    case KEYWORD, WORDS, REFERENCE -> value instanceof Literal.Text;
                    case NUMBER -> value instanceof Literal.Number;
                    case DAY -> value instanceof Literal.Day;
                    case MOMENT -> value instanceof Literal.Day || value instanceof Literal.Moment;
                    case TRUTH -> value instanceof Literal.Truth;
                    case PRESENCE, ORDINAL -> false;
                };
        if (!fits) {
            throw new Invalid(
                    "bad-filter",
                    "\"" + field.name() + "\" is compared with " + field.form().expects() + "; this filter gives it "
                            + value.kind() + ", " + value.print() + ".");
        }
    }

    private static String possible(IndexedField field) {
        String operators = java.util.Arrays.stream(Operator.values())
                .filter(field::isFilterable)
                .map(Operator::word)
                .collect(Collectors.joining(", "));
        return (operators.isEmpty() ? "" : operators + ", ") + "eq null and ne null";
    }

    private String names(java.util.function.Predicate<IndexedField> which) {
        return byName.entrySet().stream()
                .filter(e -> which.test(e.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }
}
