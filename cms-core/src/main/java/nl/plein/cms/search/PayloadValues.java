package nl.plein.cms.search;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import nl.plein.cms.content.RichText;
import nl.plein.cms.model.ContentType;
import nl.plein.cms.model.Field;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads a payload by its content type: the values of its fields as the index names them, and all its words. What does not fit its field (the type may have
 * changed since) is left out.
 */
final class PayloadValues {

    private final Language language;
    private final Function<String, Optional<ContentType>> types;
    private final String titleField;

    private final Map<String, Object> values = new TreeMap<>();
    private final TreeSet<String> present = new TreeSet<>();
    private final StringBuilder text = new StringBuilder();

    private PayloadValues(Language language, String titleField, Function<String, Optional<ContentType>> types) {
        this.language = language;
        this.titleField = titleField;
        this.types = types;
    }

    /** @param types finds the blocks that stand in the payload */
    static PayloadValues of(
            ContentType type, JsonNode payload, Language language, Function<String, Optional<ContentType>> types) {
        PayloadValues read = new PayloadValues(language, type.titleField(), types);
        type.fields().forEach(field -> read.add(field, "", false, payload.path(field.key())));
        if (!read.present.isEmpty()) {
            read.values.put(IndexedPublication.PRESENT, List.copyOf(read.present));
        }
        return read;
    }

    Map<String, Object> values() {
        return values;
    }

    /** All words but the title, a line for each field. */
    String text() {
        return text.toString();
    }

    private void add(Field field, String prefix, boolean many, JsonNode value) {
        if (value.isMissingNode() || value.isNull() || value.isArray() && value.isEmpty()) {
            return;
        }
        String key = prefix + field.key();
        present.add(key);
        switch (field.kind()) {
            case TEXT -> {
                put(key, Form.KEYWORD, many, keyword(value));
                say(key.equals(titleField) ? "" : value.asString(""));
            }
            case SELECT, COLOUR -> put(key, Form.KEYWORD, many, keyword(value));
            case LONG_TEXT -> words(key, many, value.asString(""));
            case RICH_TEXT -> words(key, many, RichText.text(value.asString("")));
            case NUMBER -> put(key, Form.NUMBER, many, number(value));
            case BOOLEAN -> put(key, Form.TRUTH, many, value.isBoolean() ? value.booleanValue() : null);
            case DATE -> put(key, Form.DAY, many, day(value));
            case DATE_TIME -> put(key, Form.MOMENT, many, moment(value));
            case REFERENCE -> put(key, Form.REFERENCE, many, keyword(value.path("entry")));
            case TAGS, REFERENCES -> value.forEach(one -> put(key, Form.REFERENCE, true, keyword(one.path("entry"))));
            case ASSET -> {
                put(key, Form.KEYWORD, many, keyword(value.path("asset")));
                say(value.path("alt").asString(""));
            }
            case LINK -> {
                put(key, Form.KEYWORD, many, keyword(value.has("entry") ? value.path("entry") : value.path("href")));
                label(key, many, value);
            }
            case LOCATION -> {
                put(key + ".lat", Form.NUMBER, many, number(value.path("lat")));
                put(key + ".lon", Form.NUMBER, many, number(value.path("lon")));
                label(key, many, value);
            }
            case JSON -> {}
            case BLOCKS -> value.forEach(this::block);
            case GROUP -> field.fields().forEach(inner -> add(inner, key + ".", many, value.path(inner.key())));
            case GROUPS ->
                value.forEach(
                        one -> field.fields().forEach(inner -> add(inner, key + ".", true, one.path(inner.key()))));
        }
    }

    private void label(String key, boolean many, JsonNode value) {
        put(key + ".label", Form.KEYWORD, many, keyword(value.path("label")));
        say(value.path("label").asString(""));
    }

    private void words(String key, boolean many, String words) {
        put(key, Form.WORDS, many, Language.keyword(words));
        several(IndexedField.ofType(key, Form.WORDS, many).words(language)).add(words);
        say(words);
    }

    /** A block adds its words; its fields can't be asked one by one. */
    private void block(JsonNode block) {
        types.apply(block.path("type").asString("")).ifPresent(type -> {
            PayloadValues inside = of(type, block.path("fields"), language, types);
            say(type.titleOf(block.path("fields")));
            say(inside.text());
        });
    }

    private void put(String key, Form form, boolean many, @Nullable Object value) {
        if (value == null || value.equals("")) {
            return;
        }
        String name = IndexedField.ofType(key, form, many).index();
        if (many) {
            several(name).add(value);
        } else {
            values.put(name, value);
        }
        present.add(key);
    }

    @SuppressWarnings("unchecked")
    private List<Object> several(String name) {
        return (List<Object>) values.computeIfAbsent(name, n -> new ArrayList<>());
    }

    private void say(String words) {
        String line = words.strip();
        if (!line.isEmpty()) {
            text.append(text.length() == 0 ? "" : "\n").append(line);
        }
    }

    private static @Nullable String keyword(JsonNode value) {
        return value.isString() ? Language.keyword(value.stringValue()) : null;
    }

    private static @Nullable Double number(JsonNode value) {
        double number = value.isNumber() ? value.doubleValue() : Double.NaN;
        return Double.isFinite(number) ? number : null;
    }

    private static @Nullable LocalDate day(JsonNode value) {
        try {
            return LocalDate.parse(value.asString(""));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static java.time.@Nullable Instant moment(JsonNode value) {
        try {
            return OffsetDateTime.parse(value.asString(""))
                    .toInstant()
                    .truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
