package nl.plein.cms.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A field of a content type.
 *
 * @param name          labels by locale
 * @param localised     whether each translation has a value of its own; if not, they share one
 * @param allowedTypes  of entries that may be pointed at; empty: any
 * @param allowedBlocks that may stand in a {@code blocks} field; empty: any block of the agency
 * @param options       of a {@code select}
 * @param visibleWhen   the field counts only while another field of the same group has one of these values
 * @param fields        of a group or repeated group
 * @param was           in a change of a type: the key that the field had before; never in a type that is kept
 */
public record Field(
        String key,
        Map<String, String> name,
        FieldKind kind,
        boolean required,
        boolean localised,
        List<String> allowedTypes,
        List<String> allowedBlocks,
        List<Option> options,
        Rules rules,
        Optional<Condition> visibleWhen,
        List<Field> fields,
        Optional<String> was) {

    public Field {
        name = Map.copyOf(name);
        allowedTypes = List.copyOf(allowedTypes);
        allowedBlocks = List.copyOf(allowedBlocks);
        options = List.copyOf(options);
        fields = List.copyOf(fields);
    }

    /** Whether a field may have this key. */
    public static boolean isKey(String key) {
        return FieldReader.KEY.matcher(key).matches();
    }

    /** One value of a {@code select}, with labels by locale. */
    public record Option(String value, Map<String, String> label) {

        public Option {
            label = Map.copyOf(label);
        }
    }

    /**
     * Lengths count characters, items count members of a list, min and max bound a number.
     *
     * @param pattern a regular expression in RE2 syntax that must match somewhere in the text
     * @param unique  no other entry of the type that is published on the site has the same value, whatever its locale; asked
     *                when an entry is published, of those that were published since the rule was set
     */
    public record Rules(
            Optional<Long> minLength,
            Optional<Long> maxLength,
            Optional<java.math.BigDecimal> min,
            Optional<java.math.BigDecimal> max,
            Optional<Long> minItems,
            Optional<Long> maxItems,
            Optional<String> pattern,
            boolean unique) {}

    public record Condition(String field, List<tools.jackson.databind.JsonNode> values) {

        public Condition {
            values = List.copyOf(values);
        }
    }

    /** What matters to a payload, without labels: equal for fields that take and ask the same. */
    Field unnamed() {
        return new Field(
                key,
                Map.of(),
                kind,
                required,
                true,
                allowedTypes,
                allowedBlocks,
                options.stream()
                        .map(option -> new Option(option.value(), Map.of()))
                        .toList(),
                rules,
                visibleWhen,
                fields.stream().map(Field::unnamed).toList(),
                Optional.empty());
    }

    /** The label for a reader of this locale; any other label if there is none; else the key. */
    public String label(String locale) {
        String own = name.get(locale);
        return own != null ? own : name.values().stream().sorted().findFirst().orElse(key);
    }
}
