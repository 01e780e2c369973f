package nl.plein.cms.exchange;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.plein.cms.content.RichText;
import nl.plein.cms.exchange.ImportMapping.Kind;
import nl.plein.cms.exchange.ImportMapping.Target;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.model.FieldKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The fields of one file as a mapping wants them. */
final class MappedFields {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int LONGEST_NUMBER = 30;
    private static final int LONGEST_TEXT = 5_000;
    private static final Set<FieldKind> WORDS = Set.of(FieldKind.TEXT, FieldKind.LONG_TEXT);

    private final Kind kind;
    private final FrontMatter front;
    private final ZoneId zone;
    private final List<String> notes;

    /** @param front without the keys that are left out @param notes gets a sentence for each value that is not of its kind */
    MappedFields(Kind kind, FrontMatter front, ZoneId zone, List<String> notes) {
        this.kind = kind;
        this.front = front;
        this.zone = zone;
        this.notes = notes;
    }

    /** @param usual what the import makes without a mapping: {@link StandardField}s, and what has no key */
    ObjectNode of(ObjectNode usual) {
        ObjectNode mapped = Json.mapper().createObjectNode();
        usual.properties().forEach(field -> put(mapped, field.getKey(), field.getValue()));
        kind.keys().forEach((key, target) -> {
            if (StandardField.of(key).isEmpty()
                    && target.isPresent()
                    && !mapped.has(target.get().field())) {
                converted(key, target.get())
                        .ifPresent(value -> mapped.set(target.get().field(), value));
            }
        });
        return mapped;
    }

    private void put(ObjectNode mapped, String field, JsonNode value) {
        if (field.equals(StandardField.BODY.key())) {
            mapped.set(kind.body(), value);
            return;
        }
        Optional<String> key = given(field);
        Optional<Target> target = key.flatMap(from -> kind.keys().getOrDefault(from, Optional.empty()));
        boolean isTitle = field.equals(StandardField.TITLE.key());
        if (target.isEmpty() || isTitle) { // the title's field is that of the type, whatever it is called
            mapped.set(field, value);
        } else if (isAlike(field, target.get().kind())) {
            mapped.set(target.get().field(), value);
        } else {
            converted(key.orElseThrow(), target.get())
                    .ifPresent(other -> mapped.set(target.get().field(), other));
        }
    }

    /** The key that a field of the import's own comes from. */
    private Optional<String> given(String field) {
        for (StandardField standard : StandardField.values()) {
            if (standard.key().equals(field)) {
                return standard.keys().stream()
                        .filter(key -> front.values().has(key))
                        .findFirst();
            }
        }
        return Optional.empty();
    }

    private static boolean isAlike(String field, FieldKind wanted) {
        FieldKind usual = StandardField.valueOf(field.toUpperCase(Locale.ROOT)).kind();
        return usual == wanted || WORDS.contains(usual) && WORDS.contains(wanted);
    }

    private Optional<JsonNode> converted(String key, Target target) {
        JsonNode given = front.values().get(key);
        if (given == null || given.isNull()) {
            return Optional.empty();
        }
        if (target.kind() == FieldKind.JSON) {
            return Optional.of(given);
        }
        String text = given.isString() ? given.stringValue().strip() : String.join(", ", front.texts(key));
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<JsonNode> value = value(text, target.kind());
        if (value.isEmpty()) {
            notes.add("Its " + key + " \"" + ImportLine.shortened(text) + "\" is no " + target.kind()
                    + "; it was left out.");
        }
        return value;
    }

    private Optional<JsonNode> value(String text, FieldKind wanted) {
        return switch (wanted) {
            case NUMBER -> number(text);
            case BOOLEAN -> truth(text);
            case DATE ->
                SourceDate.parse(text, zone)
                        .map(date -> NODES.stringNode(date.day().toString()));
            case DATE_TIME -> SourceDate.parse(text, zone).map(date -> NODES.stringNode(date.rfc3339()));
            case RICH_TEXT -> Optional.of(NODES.stringNode(RichText.normalise(MarkdownHtml.of(text))));
            default ->
                Optional.of(NODES.stringNode(
                        text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…"));
        };
    }

    private static Optional<JsonNode> number(String text) {
        try {
            return text.length() > LONGEST_NUMBER
                    ? Optional.empty()
                    : Optional.of(NODES.numberNode(new BigDecimal(text)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> truth(String text) {
        Map<String, Boolean> words = Map.of("true", true, "yes", true, "false", false, "no", false);
        return Optional.ofNullable(words.get(text.toLowerCase(Locale.ROOT))).map(NODES::booleanNode);
    }
}
